package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A high site that holds canaries wherever something private can be. */
final class PlantedSite {
  /** What the code of {@code total} returns, which is shared. */
  static final String ALLOWED = "allowed-4c1f7e";

  /** Code for each request, which tells and writes whatever it can. */
  static final Map<String, String> CODE =
      Map.of(
          "total",
          """
          import os, sys
          def total(data):
              with open(os.path.join(os.environ['SLUICE_SCRATCH'], data[0]), 'w') as file:
                  file.write(data[1])
              print('\\n'.join(data[:2000]))
              print('\\n'.join(data[2000:4000]), file=sys.stderr)
              return 'ALLOWED'
          """
              .replace("ALLOWED", ALLOWED),
          "broken",
          """
          def broken(data):
              print(data[0])
              raise ValueError(' '.join(data[4000:5000]))
          """,
          "copy",
          """
          def copy(data):
              return data[5000:]
          """,
          "unwanted",
          "def unwanted(data):\n    return data\n",
          "later",
          "def later(data):\n    return data\n");

  private static final String MODEL =
      """
      {
        "name": "model", "prefix": "md", "role": "root", "title": "name",
        "flow": "high-to-low", "owner": "high",
        "fields": {
          "name": {"type": "text", "exposure": "shared"},
          "note": {"type": "text", "exposure": "local"},
          "score": {"type": "text", "exposure": "private"}
        },
        "parts": {"card": "shared", "notes": "local", "weights": "private"}
      }
      """;

  private final TwoSites sites;
  private final Path folder;
  private final Canaries canaries = new Canaries();

  /**
   * Takes the high one of {@code sites}.
   *
   * @param folder what both sites are in
   */
  PlantedSite(TwoSites sites, Path folder) {
    this.sites = sites;
    this.folder = folder;
  }

  Canaries canaries() {
    return canaries;
  }

  private String file(String name, String content) throws Exception {
    Path hidden = Files.createDirectories(folder.resolve("private-" + canaries.next()));
    return Files.writeString(hidden.resolve(canaries.next() + name), content).toString();
  }

  /** Adds what does not come of running code. */
  void addData() throws Exception {
    declareModel("low");
    declareModel("high");
    String mock = folder.resolve("mock.json").toString();
    high("dataset", "add", "numbers", "--mock", mock, "--owner", "owner@example.org")
        .with("--private", file(".json", canaries.array(8000)))
        .run();
    String table = Files.writeString(folder.resolve("mock.csv"), "n\n1\n").toString();
    high("dataset", "add", "table", "--mock", table, "--owner", "owner@example.org")
        .with("--private", file(".csv", "n\n" + canaries.lines(2000) + "\n"))
        .run();
    addEndpoint();
    high("object", "add", "model", "--id-name", "net", "--owner", "ana@example.org")
        .with("--field", "name=net")
        .with("--field", "note=" + canaries.next())
        .with("--field", "score=" + canaries.next())
        .with("--part", "card=" + Files.writeString(folder.resolve("card.md"), "A model."))
        .with("--part", "notes=" + file(".md", canaries.lines(100)))
        .with("--part", "weights=" + file(".bin", canaries.lines(300)))
        .run();
    Path tree = folder.resolve("private-" + canaries.next()).resolve(canaries.next());
    Files.writeString(Files.createDirectories(tree.resolve("tools")).resolve("a.txt"), "a\n");
    high("track", tree.toString(), "--kind", "files", "--owner", "ana@example.org").run();
  }

  private void declareModel(String side) throws Exception {
    Path kinds = Files.createDirectories(folder.resolve(side).resolve("kinds"));
    Files.writeString(kinds.resolve("model.json"), MODEL);
  }

  private void addEndpoint() throws Exception {
    String settings =
        IntStream.range(0, 100)
            .mapToObj(number -> "\"%s\": \"%s\"".formatted(canaries.next(), canaries.next()))
            .collect(Collectors.joining(", ", "{\"limit\": 10, ", "}"));
    String mock =
        Files.writeString(folder.resolve("mock.py"), "def mean():\n    return 1\n").toString();
    high("endpoint", "add", "payroll.mean", "--owner", "ana@example.org", "--mock", mock)
        .with("--private", file(".py", canaries.lines(500)))
        .with("--settings", file(".json", settings))
        .with("--share-setting", "limit")
        .with("--secrets-reviewed", canaries.next())
        .run();
  }

  /** Runs a request's code; its job. */
  Job run(ObjectId request) throws Exception {
    high("job", "run", typed(request)).run();
    return sites.onHigh(site -> new Jobs(site).list(Optional.of(request))).get(0);
  }

  /** Fills the local fields that no command fills with what a person chose. */
  void fillFields(Job job, ObjectId request) throws Exception {
    change(job.id(), "error", Json.text(canaries.next()));
    change(job.id(), "isolation", Json.text(canaries.next()));
    change(job.id(), "timings", Json.object().put(canaries.next(), canaries.next()).build());
    change(request, "answer", Json.text(canaries.next()));
    change(request, "answer_reason", Json.text(canaries.next()));
  }

  private void change(ObjectId id, String field, Json value) throws Exception {
    StateObject object =
        sites.onHigh(site -> site.store().read(view -> view.find(id).orElseThrow()));
    sites.onHigh(TwoSitesTest.putting(object.with(field, value)));
  }

  /** Fails unless some object holds a canary in each field and part that does not simply travel. */
  void assertFull() throws Exception {
    Kinds kinds = Kinds.builtIn().withDeclarations(List.of(MODEL.getBytes(UTF_8)));
    sites.onHigh(
        site -> {
          for (Kind kind : kinds.all()) {
            new PrivatePlaces(kind, site.store()).assertFull();
          }
          return null;
        });
  }

  private Words high(String... words) {
    return new Words(new ArrayList<>(List.of(words)));
  }

  /** A command of the high side, in a process whose environment is private too. */
  private final class Words {
    private final List<String> words;

    Words(List<String> words) {
      this.words = words;
    }

    Words with(String option, String value) {
      words.add(option);
      words.add(value);
      return this;
    }

    void run() {
      var process = new PretendedProcess();
      process.with("DATABASE_PASSWORD", canaries.next()).with(canaries.next(), canaries.next());
      sites.high(process, words.toArray(String[]::new)).exits(ExitCode.OK);
    }
  }
}
