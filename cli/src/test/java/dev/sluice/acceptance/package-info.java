/**
 * What may cross and how, one test for each row of {@code docs/features.md}: two real sites, real
 * bundles, the program in this process.
 */
package dev.sluice.acceptance;
