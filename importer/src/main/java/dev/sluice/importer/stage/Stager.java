package dev.sluice.importer.stage;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.batch.BatchRefusedException;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.diff.BatchDiff;
import dev.sluice.state.diff.Comparison;
import dev.sluice.state.diff.PartContent;
import dev.sluice.state.feed.Chain;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Revival;
import dev.sluice.state.review.Standing;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.DocumentRefusedException;
import dev.sluice.state.share.KindRules;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.InboxState;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads back what is in custody; believes none of it before it is proved again. */
public final class Stager {
  private static final Comparator<StagedBatch> ORDER =
      Comparator.comparing((StagedBatch batch) -> batch.listed().kind().name())
          .thenComparing(batch -> batch.listed().title())
          .thenComparing(batch -> batch.listed().root());

  private final Kinds kinds;
  private final PartContent content;

  /**
   * @param content the bytes of parts, for the diffs
   */
  public Stager(Kinds kinds, PartContent content) {
    this.kinds = kinds;
    this.content = content;
  }

  /**
   * What waits from {@code peer}.
   *
   * @throws CustodyException if what is kept is not what was taken in
   */
  public StagedBundle stage(StoreView view, String peer) throws IOException, CustodyException {
    PeerView known = view.peer(peer);
    var comparison =
        new Comparison(view, kinds, id -> known.agreed(id).map(StoredBatches::parse), content);
    List<InboxEntry> entries = open(known);
    var listed = new ArrayList<ListedBatch>();
    for (InboxEntry entry : entries) {
      listed.add(listed(known, proved(view, known, entry), comparison));
    }
    List<ListedBatch> revived = Revival.of(listed);
    var batches = new ArrayList<StagedBatch>();
    for (int i = 0; i < entries.size(); i++) {
      batches.add(new StagedBatch(entries.get(i), revived.get(i)));
    }
    batches.sort(ORDER);
    return new StagedBundle(peer, view.audit().sequence(), batches);
  }

  private static List<InboxEntry> open(PeerView known) {
    var open = new ArrayList<InboxEntry>();
    for (InboxState state : List.of(InboxState.STAGED, InboxState.HELD)) {
      try (Stream<InboxEntry> entries = known.inbox(state)) {
        entries.forEach(open::add);
      }
    }
    return open;
  }

  private WholeBatch proved(StoreView view, PeerView known, InboxEntry entry)
      throws CustodyException {
    try {
      byte[] bytes = bytes(view, entry.batch());
      Batch batch = Batch.fromJson(CanonicalJson.parseObject(bytes, JsonLimits.CONTENTS));
      Digest before = known.inboxChainAt(entry.position() - 1).orElseThrow();
      if (!Chain.next(before, batch.id()).equals(entry.chain())) {
        throw new CustodyException("a batch in custody is not the one that its chain names");
      }
      var documents = new ArrayList<Document>();
      for (BatchItem item : batch.items()) {
        Document document = Document.parse(bytes(view, item.document()));
        KindRules.check(document, kinds, entry.provenance().madeOn(view.site().side().other()));
        documents.add(document);
      }
      return WholeBatch.of(batch, documents, kinds);
    } catch (NotCanonicalException | DocumentRefusedException | BatchRefusedException e) {
      throw new CustodyException("a batch in custody is damaged: " + e.getMessage());
    }
  }

  /** What is kept under a digest, if it still is what the digest says. */
  private static byte[] bytes(StoreView view, Digest digest) throws CustodyException {
    byte[] bytes =
        view.document(digest)
            .orElseThrow(() -> new CustodyException("a document in custody is missing"));
    if (!Digest.of(bytes).equals(digest)) {
      throw new CustodyException("a document in custody was changed");
    }
    return bytes;
  }

  private ListedBatch listed(PeerView known, WholeBatch whole, Comparison comparison)
      throws IOException {
    Optional<Decision> decision = known.decision(Direction.IN, whole.batch().root());
    BatchDiff diff = comparison.of(whole);
    return new ListedBatch(
        Direction.IN,
        known.record().name(),
        whole,
        kinds.kind(whole.batch().rootKind()).orElseThrow(),
        diff,
        Standing.of(decision, whole.batch().id(), diff.collision()),
        decision,
        List.of());
  }
}
