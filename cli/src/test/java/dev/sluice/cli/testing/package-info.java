/** What the tests of the command line stand on: a process of their own, or a pretended one. */
package dev.sluice.cli.testing;
