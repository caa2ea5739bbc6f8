package dev.sluice.exporter;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.SealedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.AgentException;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.exporter.media.Medium;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.Chain;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes bundles for one peer.
 *
 * <p>A bundle carries everything the peer has not confirmed, from the last confirmed position of
 * the feed on. Writing one never counts as delivery; only the peer's receipt moves that position.
 */
public final class Exporter {
  private final StateStore store;
  private final Kinds kinds;
  private final ReleaseGate gate;
  private final String peer;
  private final ConfirmedPairing pairing;
  private final Clock clock;

  public Exporter(
      StateStore store,
      Kinds kinds,
      ReleaseGate gate,
      String peer,
      ConfirmedPairing pairing,
      Clock clock) {
    this.store = store;
    this.kinds = kinds;
    this.gate = gate;
    this.peer = peer;
    this.pairing = pairing;
    this.clock = clock;
  }

  /** What an export would carry now. */
  public ExportPlan plan() throws StoreException, IOException {
    var planner = new ExportPlanner(kinds, new StoredContent(store.blobs()::open), gate);
    return store.<ExportPlan, IOException>read(view -> planner.plan(view, peer));
  }

  /**
   * Releases what {@code plan} says and writes the bundle.
   *
   * @param confirmedPrivateItems how many private items a person agreed to let leave
   * @throws ExportRefusedException PRIVATE_NOT_CONFIRMED, STALE or EXPIRED; nothing was released
   * @throws MediaException when the medium fails; what was released goes with the next bundle
   */
  public ExportReport export(ExportPlan plan, int confirmedPrivateItems, Request request)
      throws StoreException, IOException, ExportRefusedException, MediaException {
    if (plan.privateItems() != confirmedPrivateItems) {
      throw new ExportRefusedException(
          ExportRefusedException.Reason.PRIVATE_NOT_CONFIRMED,
          "%d private items would leave; %d were confirmed"
              .formatted(plan.privateItems(), confirmedPrivateItems));
    }
    LocalDate last = pairing.pairing().expires();
    if (LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isAfter(last)) {
      throw new ExportRefusedException(
          ExportRefusedException.Reason.EXPIRED,
          "the pairing with " + peer + " expired on " + last);
    }
    Medium.requireUsable(request.medium());
    long number = release(plan, request.actor());
    Prepared prepared = store.<Prepared, IOException>read(view -> prepare(view, number));
    return write(prepared, request);
  }

  /**
   * Where and how to write.
   *
   * @param medium folder of the medium
   * @param volumeBytes longest volume
   * @param actor who exports, for the audit log
   * @param key signs the bundle
   * @param composite signs it again, where the pairing demands that
   * @param random for keys and nonces
   */
  public record Request(
      Path medium,
      long volumeBytes,
      String actor,
      Signer key,
      Optional<Signer> composite,
      SecureRandom random) {
    /** An export with one signature. */
    public Request(Path medium, long volumeBytes, String actor, Signer key, SecureRandom random) {
      this(medium, volumeBytes, actor, key, Optional.empty(), random);
    }
  }

  private record Prepared(BundleDraft draft, long needed, long from, long to) {}

  private long release(ExportPlan plan, String actor)
      throws StoreException, ExportRefusedException {
    AuditEvent event =
        AuditEvent.of("release", actor)
            .about(peer)
            .with("batches", Json.integer(plan.released().size()))
            .with("private", Json.integer(plan.privateItems()));
    return store.<Long, ExportRefusedException>write(
        event,
        transaction -> {
          if (transaction.sequence() != plan.sequence() + 1) {
            throw new ExportRefusedException(
                ExportRefusedException.Reason.STALE,
                "the site changed while the export was being looked at");
          }
          plan.released().forEach(batch -> release(transaction, batch));
          return transaction.peer(peer).reserveBundleNumber();
        });
  }

  private void release(StoreTransaction transaction, ListedBatch listed) {
    PeerTransaction known = transaction.peer(peer);
    for (Document document : listed.whole().documents()) {
      transaction.putDocument(document.bytes(), Set.copyOf(document.parts().values()));
      known.setSent(document.id(), document.digest());
    }
    Batch batch = listed.batch();
    Digest digest = transaction.putDocument(CanonicalJson.write(batch.toJson()), Set.of());
    long head = known.feedHead();
    Digest chain = Chain.next(known.chainAt(head).orElseThrow(), batch.id());
    known.append(new FeedLine(head + 1, batch.root(), digest, chain));
    known.removeOutgoing(batch.root());
  }

  private Prepared prepare(StoreView view, long number) {
    PeerView known = view.peer(peer);
    Map<FeedLine, Batch> entries = new LinkedHashMap<>();
    ExportPlanner.unconfirmed(known)
        .forEach(entry -> entries.put(entry, StoredBatches.batch(view, entry.batch())));
    long from = known.record().ackedPosition();
    Slice slice = new Reporting(view, known).slice(entries);
    FeedDocuments needed = FeedDocuments.of(store, view, known, entries.values());
    List<Digest> roots =
        known.newestBundles(LEDGER_LINES).stream()
            .filter(line -> line.note() == BundleNote.SEALED)
            .map(BundleEntry::bundle)
            .limit(Contents.MOST_HISTORY)
            .toList();
    var draft =
        new BundleDraft(
            direction(view),
            number,
            roots.isEmpty() ? Digest.ZERO : roots.get(0),
            roots,
            slice.toJson(),
            needed.documents(),
            needed.blobs());
    return new Prepared(draft, needed.bytes(), from, slice.to());
  }

  private static final int LEDGER_LINES = 4 * Contents.MOST_HISTORY;

  private static Direction direction(StoreView view) {
    return Direction.from(view.site().side().toString());
  }

  private ExportReport write(Prepared prepared, Request request)
      throws StoreException, IOException, MediaException {
    var single = new BundleWriter(pairing, request.key(), request.random(), clock);
    BundleWriter writer = request.composite().map(single::alsoSignedBy).orElse(single);
    Routing routing = writer.route(prepared.draft());
    Medium medium = Medium.prepare(request.medium(), routing.folderName(), prepared.needed());
    SealedBundle sealed;
    try {
      sealed = writer.seal(prepared.draft(), routing, medium, request.volumeBytes());
    } catch (IOException e) {
      if (FeedDocuments.isOfTheStore(e) || e instanceof AgentException) {
        throw e;
      }
      throw Medium.failure(e);
    }
    long bytes = sealed.manifest().volumes().stream().mapToLong(Volume::bytes).sum();
    note(prepared, sealed, bytes, BundleNote.SEALED, request.actor());
    try {
      sealed.publish(medium);
    } catch (IOException e) {
      throw Medium.failure(e);
    }
    medium.readBack(Trust.ofSite(prepared.draft().direction(), List.of(pairing)), sealed.root());
    note(prepared, sealed, bytes, BundleNote.READ_BACK, request.actor());
    return new ExportReport(
        prepared.draft().sequence(),
        sealed.root(),
        medium.folder(),
        sealed.manifest().volumes().size(),
        bytes,
        (int) (prepared.to() - prepared.from()));
  }

  private void note(
      Prepared prepared, SealedBundle sealed, long bytes, BundleNote note, String actor)
      throws StoreException {
    AuditEvent event =
        AuditEvent.of("bundle-" + note, actor).about(sealed.root().hex()).about(peer);
    store.write(
        event,
        transaction -> {
          transaction.note(
              new BundleEntry(
                  dev.sluice.state.store.Direction.OUT,
                  sealed.root(),
                  peer,
                  prepared.draft().sequence(),
                  prepared.from(),
                  prepared.to(),
                  bytes,
                  transaction.now(),
                  note));
          return null;
        });
  }
}
