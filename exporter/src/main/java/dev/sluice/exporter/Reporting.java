package dev.sluice.exporter;

import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.feed.FeedEntry;
import dev.sluice.state.feed.Receipt;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.store.Verdict;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Puts into words what this side has for the peer and what it holds of the peer's feed. */
final class Reporting {
  private final StoreView view;
  private final PeerView known;

  Reporting(StoreView view, PeerView known) {
    this.view = view;
    this.known = known;
  }

  /** The stretch of the feed given by {@code entries}, with the receipt of this moment. */
  Slice slice(Map<FeedLine, Batch> entries) {
    SiteIdentity site = view.site();
    long from = known.record().ackedPosition();
    var stretch = new ArrayList<FeedEntry>();
    entries.forEach(
        (entry, batch) ->
            stretch.add(new FeedEntry(entry.position(), batch, entry.chain(), entry.provenance())));
    return new Slice(
        site.name(),
        site.incarnation(),
        new TreeSet<>(site.lineage()),
        from,
        known.chainAt(from).orElseThrow(),
        stretch,
        receipt());
  }

  private Receipt receipt() {
    Peer peer = known.record();
    var outcomes = new ArrayList<BatchOutcome>();
    for (InboxEntry entry : known.inboxChangedSince(peer.reportedSequence())) {
      outcome(entry).ifPresent(outcomes::add);
    }
    return new Receipt(
        peer.incarnation(), peer.lastBundleIn(), peer.inPosition(), peer.inChain(), outcomes);
  }

  private Optional<BatchOutcome> outcome(InboxEntry entry) {
    return switch (entry.state()) {
      case STAGED -> Optional.empty();
      case HELD -> Optional.of(BatchOutcome.of(entry.position(), BatchOutcome.Verdict.HELD));
      case APPLIED -> Optional.of(BatchOutcome.of(entry.position(), BatchOutcome.Verdict.APPLIED));
      case SUPERSEDED ->
          Optional.of(BatchOutcome.of(entry.position(), BatchOutcome.Verdict.SUPERSEDED));
      case REJECTED -> Optional.of(BatchOutcome.rejected(entry.position(), reason(entry)));
    };
  }

  private String reason(InboxEntry entry) {
    String reason =
        known.decisionHistory(Direction.IN, entry.root()).stream()
            .filter(said -> said.verdict() == Verdict.REJECT && said.batch().equals(entry.batch()))
            .reduce((earlier, later) -> later)
            .map(Decision::reason)
            .orElse("");
    return BatchOutcome.isTooLong(reason)
        ? reason.substring(0, reason.offsetByCodePoints(0, BatchOutcome.LONGEST_REASON))
        : reason;
  }
}
