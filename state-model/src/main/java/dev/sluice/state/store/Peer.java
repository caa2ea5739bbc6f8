package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What this site remembers about another one.
 *
 * @param name what this site calls it
 * @param side which side of the gap it is on
 * @param pairing digest of the pairing that both signed
 * @param incarnation the peer's incarnation: the one on its card, then that of its newest bundle
 * @param lineage the former incarnations it named with it, oldest first
 * @param inPosition how far its feed is held here in durable custody; 0 is none of it
 * @param inChain chain hash at {@code inPosition}
 * @param lastBundleIn the highest bundle number taken in from it; 0 before the first
 * @param ackedPosition how far it confirmed this site's feed, by receipts only
 * @param nextBundle the number that the next bundle for it will get
 * @param reportedSequence audit sequence up to which the peer has confirmed to know what became of
 *     its batches
 * @param heardAt when its newest bundle was taken in
 */
public record Peer(
    String name,
    Side side,
    Digest pairing,
    String incarnation,
    List<String> lineage,
    long inPosition,
    Digest inChain,
    long lastBundleIn,
    long ackedPosition,
    long nextBundle,
    long reportedSequence,
    Optional<Instant> heardAt) {
  public Peer {
    lineage = List.copyOf(lineage);
  }
}
