/**
 * State to bundle: what would leave, what may leave, and the bundle that carries it.
 *
 * <p>{@link dev.sluice.exporter.Outgoing} lists what has changed for a peer. {@link
 * dev.sluice.exporter.ReleaseGate} says which of it may leave. {@link dev.sluice.exporter.Exporter}
 * appends that to the peer's feed and seals everything that the peer has not confirmed yet, so that
 * the next stick heals a lost one.
 */
package dev.sluice.exporter;
