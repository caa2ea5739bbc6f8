package dev.sluice.crossing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshSignature;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import dev.sluice.datasite.Answers;
import dev.sluice.datasite.Datasite;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportReport;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.Outgoing;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.importer.apply.Applier;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.apply.ApplyPlanner;
import dev.sluice.importer.receive.ImportReport;
import dev.sluice.importer.receive.Receiver;
import dev.sluice.importer.review.ReviewedBundle;
import dev.sluice.importer.stage.StagedBundle;
import dev.sluice.importer.stage.Stager;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.recovery.Recovery;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.ReviewSeal;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One real site of a pair, driven through the modules' own types. */
final class Site implements AutoCloseable {
  static final Kinds KINDS = Kinds.builtIn();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TestSide keys;
  private final ConfirmedPairing pairing;
  private final String peer;
  private final Path folder;
  private final StateStore store;

  private Site(
      TestSide keys, ConfirmedPairing pairing, String peer, Path folder, StateStore store) {
    this.keys = keys;
    this.pairing = pairing;
    this.peer = peer;
    this.folder = folder;
    this.store = store;
  }

  static Site create(TestPair pair, Direction sends, Path folder) throws Exception {
    TestSide keys = pair.sender(sends);
    TestSide other = pair.recipient(sends);
    Side side = sends == Direction.LOW_TO_HIGH ? Side.LOW : Side.HIGH;
    Files.createDirectories(folder);
    StateStore store =
        StateStore.create(
            folder.resolve("store"),
            new SiteIdentity(keys.name(), side, "", keys.incarnation(), List.of()),
            AuditEvent.of("init", "test"),
            Clock.systemUTC());
    store.<Void, RuntimeException>write(
        AuditEvent.of("peer-confirmed", "test"),
        transaction -> {
          transaction.addPeer(
              other.name(), side.other(), pair.pairing().digest(), other.incarnation());
          return null;
        });
    return new Site(keys, pair.pairing(), other.name(), folder, store);
  }

  /** The same site after its store was closed and somebody had time with it. */
  Site reopened() throws StoreException {
    StateStore again = StateStore.open(folder.resolve("store"), Clock.systemUTC());
    return new Site(keys, pairing, peer, folder, again);
  }

  /** Closes the store, and copies the site's folder to {@code backup} as a backup would. */
  void backUpTo(Path backup) throws Exception {
    store.close();
    PrivateFiles.clear(backup);
    copy(folder, backup);
  }

  /** Closes the store and puts a backup in the place of the site's folder, behind its back. */
  Site restoredFrom(Path backup) throws Exception {
    store.close();
    PrivateFiles.clear(folder);
    copy(backup, folder);
    return reopened();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** What {@code sluice site recover} does. */
  String recover() throws Exception {
    return store.<String, RuntimeException>recover(
        AuditEvent.of("site-recovered", "test"),
        transaction -> Recovery.run(transaction, KINDS, RANDOM));
  }

  /** Puts a new version of an object. */
  void edit(StateObject object) throws StoreException {
    store.<Void, RuntimeException>write(
        AuditEvent.of("edit", "test"),
        transaction -> {
          new Edits(transaction, KINDS).put(object);
          return null;
        });
  }

  Datasite datasite() {
    return new Datasite(store, KINDS, RANDOM, "test");
  }

  void edit(Consumer<Edits> edit) throws StoreException {
    store.<Void, RuntimeException>write(
        AuditEvent.of("edit", "test"),
        transaction -> {
          edit.accept(new Edits(transaction, KINDS));
          return null;
        });
  }

  StateStore store() {
    return store;
  }

  String peer() {
    return peer;
  }

  ExportPlan exportPlan() throws Exception {
    return exporter().plan();
  }

  ExportReport exportTo(Path stick) throws Exception {
    return exportTo(stick, exporter());
  }

  ExportReport exportWholeTo(Path stick) throws Exception {
    return exportTo(stick, exporter().sendingWhole());
  }

  private ExportReport exportTo(Path stick, Exporter exporter) throws Exception {
    ExportPlan plan = exporter.plan();
    var request =
        new Exporter.Request(
            List.of(Files.createDirectories(stick)),
            VolumeLayout.STANDARD,
            "test",
            keys.key(),
            RANDOM);
    return exporter.export(plan, plan.privateItems(), request);
  }

  private Exporter exporter() {
    return new Exporter(
        store,
        KINDS,
        new ReleaseGate(book()),
        peer,
        pairing,
        folder.resolve("outbox"),
        Clock.systemUTC());
  }

  ImportReport importFrom(ExportReport bundle) throws Exception {
    return receiver()
        .receive(
            UntrustedBundle.at(bundle.folder(), BundleLimits.STANDARD),
            used -> keys.identities().get(used.pairing().suite()),
            "test");
  }

  private Receiver receiver() throws IOException {
    return new Receiver(
        store,
        KINDS,
        keys.sends() == Direction.LOW_TO_HIGH ? Side.LOW : Side.HIGH,
        List.of(pairing),
        new Receiver.Folders(
            folder.resolve("staging"), folder.resolve("arrivals"), folder.resolve("quarantine")),
        (transaction, batch, outcome) -> new Answers(transaction, KINDS).accept(batch, outcome));
  }

  StagedBundle staged() throws Exception {
    return store.<StagedBundle, Exception>read(
        view -> new Stager(KINDS, new StoredContent(store.blobs()::open)).stage(view, peer));
  }

  List<ListedBatch> outgoing() throws Exception {
    return store.<List<ListedBatch>, Exception>read(
        view ->
            new Outgoing(KINDS, new StoredContent(store.blobs()::open))
                .list(view, peer, Outgoing.Scope.TOUCHED)
                .batches());
  }

  void decide(List<ListedBatch> all, Predicate<ListedBatch> which, Verdict verdict)
      throws Exception {
    decide(all, which, verdict, "because");
  }

  void decide(List<ListedBatch> all, Predicate<ListedBatch> which, Verdict verdict, String reason)
      throws Exception {
    store.<Void, RuntimeException>write(
        AuditEvent.of("decide", "ana"),
        transaction -> {
          all.stream()
              .filter(which)
              .forEach(
                  batch ->
                      book()
                          .record(
                              transaction,
                              batch,
                              new DecisionBook.Statement(verdict, "ana", reason, "")));
          return null;
        });
  }

  void decide(ListedBatch batch, DecisionBook.Statement statement) throws Exception {
    store.<Void, RuntimeException>write(
        AuditEvent.of("decide", "ana"),
        transaction -> {
          book().record(transaction, batch, statement);
          return null;
        });
  }

  ApplyPlan plan() throws Exception {
    return store.<ApplyPlan, Exception>read(
        view ->
            ApplyPlanner.plan(
                ReviewedBundle.of(
                    new Stager(KINDS, new StoredContent(store.blobs()::open)).stage(view, peer),
                    book(),
                    view.site()),
                view));
  }

  ApplyPlan apply() throws Exception {
    ApplyPlan plan = plan();
    new Applier(store, KINDS).apply(plan, "test");
    return plan;
  }

  private DecisionBook book() {
    return new DecisionBook(
        new ReviewSeal() {
          @Override
          public String seal(byte[] message) {
            return new String(keys.key().sign(Namespace.REVIEW, message).armoured(), US_ASCII);
          }

          @Override
          public boolean fits(byte[] message, String signature) {
            try {
              SshSignature.parse(signature.getBytes(UTF_8))
                  .verify(Namespace.REVIEW, message, List.of(keys.key().publicKey()));
              return true;
            } catch (SshException e) {
              return false;
            }
          }
        });
  }

  @Override
  public void close() throws StoreException {
    store.close();
  }
}
