/** Figures of the bundle format: its stages one by one, and a whole bundle of given files. */
package dev.sluice.benchmarks;
