/** Two sides with real keys, and bundles in memory that a test can alter. */
package dev.sluice.bundle.testing;
