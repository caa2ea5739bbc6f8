package dev.sluice.web.report;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.FeedOutcome;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import dev.sluice.web.report.ReportedBatch.Content;
import dev.sluice.web.report.TransferReport.Anchor;
import dev.sluice.web.report.TransferReport.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a report together from one moment of the state. */
public final class ReportDraft {
  private final StoreView view;
  private final Kinds kinds;
  private final CrossedItems items;
  private final PeerView peer;
  private final BundleEntry bundle;

  private ReportDraft(StoreView view, Kinds kinds, BundleEntry bundle) {
    this.view = view;
    this.kinds = kinds;
    this.items = new CrossedItems(view, kinds);
    this.peer = view.peer(bundle.peer());
    this.bundle = bundle;
  }

  /**
   * Reports on the bundle that {@code digest} names.
   *
   * @param words the digest in words
   * @return nothing if the bundle is in no ledger here
   */
  public static Optional<TransferReport> of(
      StoreView view, Kinds kinds, Digest digest, List<String> words, Instant now) {
    List<BundleEntry> steps = view.bundle(digest);
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    BundleEntry bundle = steps.get(steps.size() - 1);
    var anchor = new Anchor(view.audit().sequence(), view.audit().head());
    return Optional.of(
        new TransferReport(
            Reader.SITE,
            now,
            view.site(),
            words,
            steps,
            taken(steps) ? new ReportDraft(view, kinds, bundle).batches() : List.of(),
            Optional.of(anchor)));
  }

  /** Nothing of a bundle that was only ever refused is kept. */
  private static boolean taken(List<BundleEntry> steps) {
    return steps.stream().anyMatch(step -> step.note() != BundleNote.REFUSED);
  }

  private List<ReportedBatch> batches() {
    return bundle.direction() == Direction.OUT ? sent() : received();
  }

  private List<ReportedBatch> sent() {
    Map<Long, String> outcomes = new HashMap<>();
    int behind = (int) Math.min(Integer.MAX_VALUE, peer.feedHead() - bundle.from());
    for (FeedOutcome told : peer.newestOutcomes(behind)) {
      outcomes.put(told.position(), told.outcome());
    }
    try (var lines = peer.feed(bundle.from(), bundle.to())) {
      return lines
          .map(
              line ->
                  batch(
                      line.position(),
                      line.root(),
                      line.batch(),
                      outcomes.getOrDefault(line.position(), "")))
          .toList();
    }
  }

  private List<ReportedBatch> received() {
    var batches = new ArrayList<ReportedBatch>();
    for (long position = bundle.from() + 1; position <= bundle.to(); position++) {
      Optional<InboxEntry> entry = peer.inboxAt(position);
      entry.ifPresent(
          held ->
              batches.add(
                  batch(held.position(), held.root(), held.batch(), held.state().toString())));
    }
    return batches;
  }

  private ReportedBatch batch(long position, ObjectId root, Digest digest, String outcome) {
    Optional<Batch> kept = view.document(digest).map(bytes -> StoredBatches.batch(view, digest));
    List<Document> documents =
        kept.filter(this::isWhole)
            .map(batch -> StoredBatches.documents(view, batch))
            .orElse(List.of());
    return new ReportedBatch(
        position,
        root,
        digest,
        documents.stream()
            .filter(document -> document.id().equals(root))
            .findFirst()
            .map(document -> content(document, documents)),
        outcome,
        ruling(root, digest),
        bundle.direction() == Direction.OUT ? items.withheld(documents) : 0);
  }

  private boolean isWhole(Batch batch) {
    return batch.items().stream().allMatch(item -> view.document(item.document()).isPresent());
  }

  private Content content(Document root, List<Document> documents) {
    return new Content(
        root.kind(),
        ListedBatch.titleOf(root, kinds),
        root.owner(),
        BatchItem.of(root).op().toString(),
        documents.size(),
        documents.stream().flatMap(document -> items.crossed(document).stream()).toList());
  }

  private Optional<Ruling> ruling(ObjectId root, Digest batch) {
    List<Decision> said = peer.decisionHistory(bundle.direction(), root);
    return said.stream()
        .filter(decision -> decision.batch().equals(batch))
        .reduce((former, later) -> later)
        .map(
            decision ->
                new Ruling(
                    decision.verdict().toString(),
                    decision.by(),
                    decision.at(),
                    decision.reason()));
  }
}
