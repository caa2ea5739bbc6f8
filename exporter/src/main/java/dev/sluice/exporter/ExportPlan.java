package dev.sluice.exporter;

import dev.sluice.state.ObjectId;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.InboxEntry;
import java.util.List;

/**
 * What the next bundle for a peer would carry.
 *
 * @param sequence audit sequence of the state it was made on
 * @param released batches that enter the feed with this export
 * @param heldBack batches that change something and that the gate keeps here
 * @param unchanged roots that were touched and are as the peer knows them; the export forgets them
 * @param broken roots that cannot be put into a batch
 * @param repeated batches of the feed that the peer has not confirmed yet
 * @param news what became of the peer's batches since it was last told
 * @param newHistory whether the peer has yet to hear that this site recovered from a restore
 * @param privateItems how many private items would leave: those that the peer has not said it
 *     holds, in repeated batches too
 */
public record ExportPlan(
    long sequence,
    List<ListedBatch> released,
    List<ListedBatch> heldBack,
    List<ObjectId> unchanged,
    List<Outgoing.Broken> broken,
    List<FeedLine> repeated,
    List<InboxEntry> news,
    boolean newHistory,
    int privateItems) {
  public ExportPlan {
    released = List.copyOf(released);
    heldBack = List.copyOf(heldBack);
    unchanged = List.copyOf(unchanged);
    broken = List.copyOf(broken);
    repeated = List.copyOf(repeated);
    news = List.copyOf(news);
  }

  /** Whether the peer knows all of this already. */
  public boolean isEmpty() {
    return !newHistory && released.isEmpty() && repeated.isEmpty() && news.isEmpty();
  }
}
