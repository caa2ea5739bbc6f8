package dev.sluice.importer.stage;

import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.InboxEntry;
import java.util.List;

/**
 * All that a peer's bundles have brought and nobody has settled. Holding one proves that each batch
 * is exactly what the peer's chain of hashes says, that its documents are here, and that it was
 * compared with the state of this moment.
 */
public final class StagedBundle {
  private final String peer;
  private final long sequence;
  private final List<StagedBatch> batches;

  /**
   * One batch and its place in the peer's feed.
   *
   * @param entry its place and state
   * @param listed what it holds and would change
   */
  public record StagedBatch(InboxEntry entry, ListedBatch listed) {}

  StagedBundle(String peer, long sequence, List<StagedBatch> batches) {
    this.peer = peer;
    this.sequence = sequence;
    this.batches = List.copyOf(batches);
  }

  public String peer() {
    return peer;
  }

  /** Audit sequence of the state that the batches were compared with. */
  public long sequence() {
    return sequence;
  }

  /** By kind, title and id. */
  public List<StagedBatch> batches() {
    return batches;
  }

  /** The batches as a list to decide on. */
  public List<ListedBatch> listed() {
    return batches.stream().map(StagedBatch::listed).toList();
  }
}
