/** States for tests, of this module and of those that build on it. */
package dev.sluice.state.testing;
