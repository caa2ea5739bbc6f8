package dev.sluice.benchmarks;

import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportReport;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.Outgoing;
import dev.sluice.exporter.Outgoing.Scope;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.importer.apply.Applier;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.apply.ApplyPlanner;
import dev.sluice.importer.receive.Receiver;
import dev.sluice.importer.review.ReviewedBundle;
import dev.sluice.importer.stage.StagedBundle;
import dev.sluice.importer.stage.Stager;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.ReviewSeal;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One site of a pair, that holds many projects and lets few of them cross. */
final class GrowingSite implements AutoCloseable {
  static final String ACTOR = "benchmark";
  private static final Kinds KINDS = Kinds.builtIn();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int OBJECTS_PER_WRITE = 20_000;

  /** Believes every decision: how long a signature takes is measured elsewhere. */
  private static final ReviewSeal SEAL =
      new ReviewSeal() {
        @Override
        public String seal(byte[] message) {
          return "sealed";
        }

        @Override
        public boolean fits(byte[] message, String signature) {
          return true;
        }
      };

  private final TestPair pair;
  private final TestSide keys;
  private final String peer;
  private final Path folder;
  private final StateStore store;
  private final DecisionBook book = new DecisionBook(SEAL);

  private GrowingSite(TestPair pair, TestSide keys, String peer, Path folder, StateStore store) {
    this.pair = pair;
    this.keys = keys;
    this.peer = peer;
    this.folder = folder;
    this.store = store;
  }

  static GrowingSite create(TestPair pair, Direction sends, Path folder) throws Exception {
    TestSide keys = pair.sender(sends);
    TestSide other = pair.recipient(sends);
    Side side = sends == Direction.LOW_TO_HIGH ? Side.LOW : Side.HIGH;
    Files.createDirectories(folder);
    StateStore store =
        StateStore.create(
            folder.resolve("store"),
            new SiteIdentity(keys.name(), side, "", keys.incarnation(), List.of()),
            AuditEvent.of("init", ACTOR),
            Clock.systemUTC());
    store.<Void, RuntimeException>write(
        AuditEvent.of("peer-confirmed", ACTOR),
        transaction -> {
          transaction.addPeer(
              other.name(), side.other(), pair.pairing().digest(), other.incarnation());
          return null;
        });
    return new GrowingSite(pair, keys, other.name(), folder, store);
  }

  static StateObject project(int number, int version) {
    return StateObject.create(ObjectId.named("pj", "project " + number), "project", "a@example.org")
        .with("name", "project " + number)
        .with("description", "version " + version + " of what this project is about");
  }

  /** Holds {@code count} projects from now on, as if they had crossed and been confirmed. */
  void holdConfirmed(int from, int to) throws StoreException {
    for (int start = from; start < to; start += OBJECTS_PER_WRITE) {
      int first = start;
      store.<Void, RuntimeException>write(
          AuditEvent.of("seed", ACTOR),
          transaction -> {
            for (int i = first; i < Math.min(to, first + OBJECTS_PER_WRITE); i++) {
              holdConfirmed(transaction, project(i, 0));
            }
            return null;
          });
    }
  }

  private void holdConfirmed(StoreTransaction transaction, StateObject object) {
    new Edits(transaction, KINDS).put(object);
    StateObject kept = transaction.find(object.id()).orElseThrow();
    Document shared = SharedForm.of(kept, KINDS.kind("project").orElseThrow(), Map.of());
    PeerTransaction known = transaction.peer(peer);
    known.setSent(kept.id(), transaction.putDocument(shared.bytes(), Set.of()));
    known.removeOutgoing(kept.id());
  }

  /** Takes over the state of {@code other}, as if its bundles had been applied. */
  void accept(GrowingSite other, int from, int to) throws StoreException {
    for (int start = from; start < to; start += OBJECTS_PER_WRITE) {
      int first = start;
      int last = Math.min(to, first + OBJECTS_PER_WRITE);
      other.store.<Void, StoreException>read(
          theirs ->
              store.<Void, RuntimeException>write(
                  AuditEvent.of("seed", ACTOR),
                  transaction -> {
                    var edits = new Edits(transaction, KINDS);
                    for (int i = first; i < last; i++) {
                      StateObject object = theirs.find(project(i, 0).id()).orElseThrow();
                      edits.accept(
                          peer,
                          SharedForm.of(object, KINDS.kind("project").orElseThrow(), Map.of()));
                    }
                    return null;
                  }));
    }
  }

  void edit(int count, int version) throws StoreException {
    store.<Void, RuntimeException>write(
        AuditEvent.of("edit", ACTOR),
        transaction -> {
          var edits = new Edits(transaction, KINDS);
          for (int i = 0; i < count; i++) {
            edits.put(project(i, version));
          }
          return null;
        });
  }

  ExportPlan plan() throws Exception {
    return exporter().plan();
  }

  ExportReport export(ExportPlan plan, Path stick) throws Exception {
    var request =
        new Exporter.Request(
            List.of(Files.createDirectories(stick)),
            VolumeLayout.STANDARD,
            ACTOR,
            keys.key(),
            RANDOM);
    return exporter().export(plan, plan.privateItems(), request);
  }

  private Exporter exporter() {
    return new Exporter(
        store,
        KINDS,
        new ReleaseGate(book),
        peer,
        pair.pairing(),
        folder.resolve("outbox"),
        Clock.systemUTC());
  }

  void receive(ExportReport bundle) throws Exception {
    new Receiver(
            store,
            KINDS,
            keys.sends() == Direction.LOW_TO_HIGH ? Side.LOW : Side.HIGH,
            List.of(pair.pairing()),
            new Receiver.Folders(
                folder.resolve("staging"),
                folder.resolve("arrivals"),
                folder.resolve("quarantine")),
            (transaction, batch, outcome) -> {})
        .receive(
            UntrustedBundle.at(bundle.folder(), BundleLimits.STANDARD),
            used -> keys.identities().get(used.pairing().suite()),
            ACTOR);
  }

  /** Lists what there is to decide on; tells how many batches that is. */
  int list() throws Exception {
    return store.<Integer, Exception>read(
        view -> {
          var content = new StoredContent(store.blobs()::open);
          int incoming = new Stager(KINDS, content).stage(view, peer).batches().size();
          var outgoing = new Outgoing(KINDS, content);
          return incoming + outgoing.list(view, peer, Scope.TOUCHED).batches().size();
        });
  }

  void approveAll() throws Exception {
    StagedBundle staged = staged();
    store.<Void, RuntimeException>write(
        AuditEvent.of("decide", ACTOR),
        transaction -> {
          var yes = new DecisionBook.Statement(Verdict.APPROVE, ACTOR, "", "");
          staged.batches().forEach(batch -> book.record(transaction, batch.listed(), yes));
          return null;
        });
  }

  void apply() throws Exception {
    StagedBundle staged = staged();
    var reviewed =
        store.<ReviewedBundle, Exception>read(view -> ReviewedBundle.of(staged, book, view.site()));
    var plan = store.<ApplyPlan, RuntimeException>read(view -> ApplyPlanner.plan(reviewed, view));
    new Applier(store, KINDS).apply(plan, ACTOR);
  }

  private StagedBundle staged() throws Exception {
    return store.<StagedBundle, Exception>read(
        view -> new Stager(KINDS, new StoredContent(store.blobs()::open)).stage(view, peer));
  }

  @Override
  public void close() throws StoreException {
    store.close();
  }
}
