package dev.sluice.state.recovery;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Provenance;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.Chain;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.StoreTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a site does when its peer has recovered from a restore: it keeps the effects of what the
 * peer lost, and gives the peer its lost batches back.
 */
public final class Succession {
  /** Versions of one root of which each has seen those before it. */
  private record Line(ObjectId root, Provenance madeBy) {}

  private final StoreTransaction transaction;
  private final String name;
  private final PeerTransaction peer;

  public Succession(StoreTransaction transaction, String peer) {
    this.transaction = transaction;
    this.name = peer;
    this.peer = transaction.peer(peer);
  }

  /**
   * Cuts custody back to what the peer still has. Everything after that is returned: of each root
   * the newest batch of either side, whether it was applied here or still waits, goes into the feed
   * as it came.
   *
   * @param common the last position at which the peer's feed is the one held
   * @param acknowledged how far the peer still holds the feed of this site
   * @return how many batches are returned
   */
  public int takeOver(long common, long acknowledged) {
    List<InboxEntry> lost = peer.inboxAfter(common);
    peer.cutInbox(common);
    peer.restart(acknowledged);
    new KnownBlobs(transaction, name).gather();
    Map<Line, InboxEntry> newest = new LinkedHashMap<>();
    for (InboxEntry entry : lost) {
      Line line = new Line(entry.root(), entry.provenance());
      newest.remove(line);
      newest.put(line, entry);
    }
    newest.values().forEach(this::giveBack);
    return newest.size();
  }

  /**
   * Follows a peer that people have paired with anew under an incarnation that no bundle announced:
   * it has a new identity, and may have lost everything. All that was held of it is given back, and
   * what its former incarnations say counts no more.
   *
   * @param incarnation the one on its card; nothing happens if it is or was the peer's already
   */
  public void welcome(String incarnation) {
    Peer known = peer.record();
    if (known.incarnation().equals(incarnation) || known.lineage().contains(incarnation)) {
      return;
    }
    takeOver(0, 0);
    var lineage = new ArrayList<>(known.lineage());
    lineage.add(known.incarnation());
    peer.renewed(incarnation, lineage);
  }

  /** A batch that this site had got back, and that the peer has now lost, is this site's own. */
  private void giveBack(InboxEntry entry) {
    Batch batch = StoredBatches.batch(transaction, entry.batch());
    long head = peer.feedHead();
    Digest chain = Chain.next(peer.chainAt(head).orElseThrow(), batch.id());
    Provenance provenance =
        entry.provenance() == Provenance.SENDER ? Provenance.RETURNED : Provenance.SENDER;
    peer.append(new FeedLine(head + 1, entry.root(), entry.batch(), chain, provenance));
  }
}
