/**
 * Work on all cores that comes out in order. What runs here computes on memory and neither reads
 * nor writes a file, so that a job never waits for another.
 */
package dev.sluice.bundle.work;
