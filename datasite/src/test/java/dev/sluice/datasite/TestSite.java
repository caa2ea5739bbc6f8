package dev.sluice.datasite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import dev.sluice.datasite.run.CodeRunner;
import dev.sluice.datasite.run.RunLimits;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.batch.BatchPlanner;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A real site in a folder of its own, with a peer on the other side of the gap. */
final class TestSite implements AutoCloseable {
  static final String ANA = "ana@high.example";
  static final String CURIE = "curie@example.org";
  static final Kinds KINDS = Kinds.builtIn();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
  private static final AuditEvent CARRIED = AuditEvent.of("batch-carried", "sluice");

  final Path folder;
  final Datasite site;
  private final Side side;

  private TestSite(Path folder, Side side) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.side = side;
    var identity =
        new SiteIdentity(
            side + "-lab", side, "", (side == Side.LOW ? "1" : "2").repeat(32), List.of());
    StateStore store =
        StateStore.create(
            folder.resolve("store"), identity, AuditEvent.of("site-created", ANA), CLOCK);
    site = new Datasite(store, KINDS, new SecureRandom(), ANA);
    store.write(
        AuditEvent.of("peer-added", ANA),
        transaction ->
            transaction.addPeer(
                "peer", side.other(), Digest.ZERO, (side == Side.LOW ? "2" : "1").repeat(32)));
  }

  static TestSite low(Path folder) throws Exception {
    return new TestSite(folder.resolve("low"), Side.LOW);
  }

  static TestSite high(Path folder) throws Exception {
    return new TestSite(folder.resolve("high"), Side.HIGH);
  }

  Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Adds the dataset that the tests ask for; on the high side with private data. */
  Dataset addPayroll() throws Exception {
    Path mock = file("mock.csv", "region,n\nnowhere,1\n");
    Optional<Path> data =
        side == Side.HIGH
            ? Optional.of(file("private.csv", "region,n\nnorth,40\nsouth,2\n"))
            : Optional.empty();
    return new Datasets(site)
        .add(new DatasetDraft("payroll", "Salaries by region", ANA, mock, data));
  }

  /** Hands in {@code code} as a request of Curie's for the payroll, with all that it needs. */
  Request submit(String fileName, String code) throws Exception {
    if (new Users(site).list().isEmpty()) {
      new Users(site).add(CURIE, "Marie Curie", "Sorbonne");
      addPayroll();
    }
    return new Requests(site)
        .submit(
            new Submission(
                "total",
                file(fileName, code),
                "payroll",
                "Totals for the yearly report",
                Optional.empty(),
                CURIE,
                List.of("report")));
  }

  WholeBatch batch(ObjectId root) throws Exception {
    return site.store().read(view -> BatchPlanner.plan(view, KINDS, side, root));
  }

  /** What an export and an approved import of one batch do. */
  void carry(ObjectId root, TestSite other) throws Exception {
    WholeBatch batch = batch(root);
    site.store()
        .write(
            CARRIED,
            transaction -> {
              for (Document document : batch.documents()) {
                transaction.putDocument(document.bytes(), Set.copyOf(document.parts().values()));
                transaction.peer("peer").setSent(document.id(), document.digest());
              }
              return root;
            });
    for (Document document : batch.documents()) {
      for (PartRef part : document.parts().values()) {
        try (InputStream in = site.open(part)) {
          other.site.store().blobs().put(in, part);
        }
      }
    }
    other
        .site
        .store()
        .write(
            CARRIED,
            transaction -> {
              var edits = new Edits(transaction, KINDS);
              batch.documents().forEach(document -> edits.accept("peer", document));
              return root;
            });
  }

  Workbench bench() throws Exception {
    String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
    return new Workbench(
        CodeRunner.detect(path),
        RunLimits.DEFAULT.withWallTime(Duration.ofSeconds(60)),
        Files.createDirectories(folder.resolve("scratch")),
        List.of(folder.resolve("store")));
  }

  StateObject object(ObjectId id) throws Exception {
    return site.store().read(view -> view.find(id).orElseThrow());
  }

  String text(PartRef part) throws Exception {
    try (InputStream in = site.open(part)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** Actions in the audit log, oldest first. */
  List<String> actions() throws Exception {
    return site.store()
        .read(
            view ->
                view.audit()
                    .entries(AuditFilter.ALL)
                    .map(entry -> entry.event().action())
                    .toList());
  }

  @Override
  public void close() throws StoreException {
    site.store().close();
  }
}
