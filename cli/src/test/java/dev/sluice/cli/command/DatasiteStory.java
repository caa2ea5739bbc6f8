package dev.sluice.cli.command;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Sharing;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.BatchPlanner;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StateStore;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Two sites that are worked on by command only; batches are carried without a bundle. */
final class DatasiteStory {
  static final String CURIE = "curie@example.org";

  private static final AuditEvent CARRIED = AuditEvent.of("batch-carried", "sluice");

  final Path folder;

  DatasiteStory() throws Exception {
    folder = Files.createTempDirectory(Path.of("target").toRealPath(), "story");
    for (Side side : Side.values()) {
      on(side, "init", "--side", side.toString(), "--name", side + "-lab").exits(ExitCode.OK);
    }
  }

  /** Runs a command on one of the sites. */
  Outcome on(Side side, String... arguments) {
    var all = new ArrayList<>(List.of("-C", folder.resolve(side.toString()).toString()));
    all.addAll(List.of("--as", "ana"));
    all.addAll(List.of(arguments));
    String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
    return new PretendedProcess().with("PATH", path).run(all.toArray(String[]::new));
  }

  /** What {@code field} is in the answer of a command that has to succeed. */
  String json(Side side, String field, String... arguments) throws NotCanonicalException {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Outcome outcome = on(side, all.toArray(String[]::new)).exits(ExitCode.OK);
    byte[] document = outcome.out().strip().getBytes(StandardCharsets.UTF_8);
    Json.Obj envelope = CanonicalJson.parseObject(document, JsonLimits.DOCUMENT);
    Json.Obj data = (Json.Obj) envelope.fields().get("data");
    return ((Json.Text) data.fields().get(field)).value();
  }

  String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  /** Curie, the payroll on both sides, and a request that waits on the low side. */
  String submit(String codeName, String code) throws Exception {
    on(Side.LOW, "user", "add", CURIE, "--name", "Marie Curie").exits(ExitCode.OK);
    addPayroll(Side.LOW);
    addPayroll(Side.HIGH, "--private", file("private.csv", "region,n\nnorth,40\nsouth,2\n"));
    return json(
        Side.LOW,
        "id",
        "request",
        "submit",
        "total",
        "--code",
        file(codeName, code),
        "--dataset",
        "payroll",
        "--purpose",
        "Yearly report",
        "--by",
        CURIE);
  }

  Outcome addPayroll(Side side, String... more) throws Exception {
    var all = new ArrayList<>(List.of("dataset", "add", "payroll", "--owner", "ana@example.org"));
    all.addAll(List.of("--mock", file("mock.csv", "region,n\nnowhere,1\n")));
    all.addAll(List.of(more));
    return on(side, all.toArray(String[]::new)).exits(ExitCode.OK);
  }

  void carry(String root, Side from) throws Exception {
    try (StateStore here = open(from);
        StateStore there = open(from.other())) {
      WholeBatch batch =
          here.read(view -> BatchPlanner.plan(view, Kinds.builtIn(), from, new ObjectId(root)));
      for (Document document : batch.documents()) {
        for (PartRef part : document.parts().values()) {
          try (InputStream in = here.blobs().open(part.digest())) {
            there.blobs().put(in, part);
          }
        }
      }
      there.write(
          CARRIED,
          transaction -> {
            if (transaction.findPeer("peer").isEmpty()) {
              transaction.addPeer("peer", from, Digest.ZERO, "9".repeat(32));
            }
            var edits = new Edits(transaction, Kinds.builtIn());
            batch.documents().forEach(document -> edits.accept("peer", document));
            return root;
          });
    }
  }

  /** Id of the only job on the high side. */
  String jobId() throws Exception {
    return only("job");
  }

  /** Id of the only asset. */
  String assetId() throws Exception {
    return only("asset");
  }

  private String only(String kind) throws Exception {
    try (StateStore store = open(Side.HIGH)) {
      return store.<String, RuntimeException>read(
          view ->
              view.objects(ObjectFilter.LIVE.ofKind(kind))
                  .map(object -> object.id().text())
                  .reduce((first, second) -> first + " and " + second)
                  .orElseThrow());
    }
  }

  /** Releases the result of the only job. */
  void shareResult() throws Exception {
    ObjectId job = new ObjectId(jobId());
    try (StateStore store = open(Side.HIGH)) {
      var site = new Datasite(store, Kinds.builtIn(), new SecureRandom(), "ana");
      var sharing = new Sharing(site);
      sharing.share(sharing.ofJob(job, EnumSet.of(JobItem.What.RESULT)), "One number");
    }
  }

  private StateStore open(Side side) throws Exception {
    return StateStore.open(folder.resolve(side.toString()).resolve("store"), Clock.systemUTC());
  }
}
