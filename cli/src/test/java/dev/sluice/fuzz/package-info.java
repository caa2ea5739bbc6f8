/**
 * Every parser of bytes from outside, against bytes that nobody expects.
 *
 * <p>A {@link dev.sluice.fuzz.Parser} may take its input or refuse it with its own exception, and
 * nothing else; what it takes it has to write back byte by byte, where its form has one spelling.
 * Each build replays the corpus in {@code src/test/resources/fuzz}; {@code mvn verify -Pfuzz} lets
 * Jazzer look for more.
 */
package dev.sluice.fuzz;
