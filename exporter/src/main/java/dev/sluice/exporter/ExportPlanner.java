package dev.sluice.exporter;

import dev.sluice.state.ObjectId;
import dev.sluice.state.Provenance;
import dev.sluice.state.diff.PartContent;
import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at what has changed for a peer and says what the next bundle would carry. */
final class ExportPlanner {
  private final Kinds kinds;
  private final PartContent content;
  private final ReleaseGate gate;

  ExportPlanner(Kinds kinds, PartContent content, ReleaseGate gate) {
    this.kinds = kinds;
    this.content = content;
    this.gate = gate;
  }

  /** What an export to {@code peer} would carry. */
  ExportPlan plan(StoreView view, String peer) throws IOException {
    PeerView known = view.peer(peer);
    Outgoing.Listing listing =
        new Outgoing(kinds, content).list(view, peer, Outgoing.Scope.TOUCHED);
    Map<Boolean, List<ListedBatch>> leaves =
        listing.batches().stream()
            .collect(Collectors.partitioningBy(batch -> gate.opensFor(batch, view.site())));
    List<ListedBatch> released = leaves.get(true);
    List<ListedBatch> heldBack =
        leaves.get(false).stream().filter(batch -> batch.diff().changes() > 0).toList();
    List<FeedLine> repeated = unconfirmed(known);
    List<InboxEntry> news = known.inboxChangedSince(known.record().reportedSequence());
    return new ExportPlan(
        view.audit().sequence(),
        released,
        heldBack,
        unchanged(listing),
        listing.broken(),
        repeated,
        news,
        !view.site().lineage().isEmpty() && known.record().reportedSequence() == 0,
        privateItems(view, known, released, repeated));
  }

  private static List<ObjectId> unchanged(Outgoing.Listing listing) {
    return listing.batches().stream()
        .filter(batch -> batch.status() == Status.SAME)
        .map(ListedBatch::root)
        .toList();
  }

  /** The batches that the peer has not confirmed. */
  static List<FeedLine> unconfirmed(PeerView known) {
    try (Stream<FeedLine> feed = known.feed(known.record().ackedPosition(), known.feedHead())) {
      return feed.toList();
    }
  }

  private int privateItems(
      StoreView view, PeerView known, List<ListedBatch> released, List<FeedLine> repeated) {
    var documents = new ArrayList<Document>();
    released.forEach(batch -> documents.addAll(batch.whole().documents()));
    for (FeedLine entry : repeated) {
      if (entry.provenance() == Provenance.RETURNED) {
        continue;
      }
      documents.addAll(StoredBatches.documents(view, StoredBatches.batch(view, entry.batch())));
    }
    var items = new HashSet<String>();
    for (Document document : documents) {
      addLeaving(items, document, ConfirmedItems.of(known, document.id()));
    }
    return items.size();
  }

  private void addLeaving(Set<String> items, Document document, ConfirmedItems confirmed) {
    Kind kind = kinds.kind(document.kind()).orElseThrow();
    document
        .parts()
        .forEach(
            (name, part) -> {
              String item = SharedForm.partItem(name);
              if (kind.part(name).filter(Exposure.PRIVATE::equals).isPresent()
                  && !confirmed.hold(item, part.digest())) {
                items.add(document.id() + " " + item);
              }
            });
    document
        .fields()
        .forEach(
            (name, value) -> {
              String item = SharedForm.fieldItem(name);
              if (kind.fields().get(name).exposure() == Exposure.PRIVATE
                  && !confirmed.hold(item, SharedForm.fieldDigest(value))) {
                items.add(document.id() + " " + item);
              }
            });
  }
}
