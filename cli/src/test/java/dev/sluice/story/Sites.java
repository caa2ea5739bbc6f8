package dev.sluice.story;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.SluiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A low and a high site, a guard and a stick in one folder, worked on by real processes. */
final class Sites {
  static final String CURIE = "curie@example.org";

  private final Path folder;

  private Sites(Path folder) {
    this.folder = folder;
  }

  /** Sets up and pairs both sites, and gives the guard the pairing. */
  static Sites paired(Path folder, String suite) throws IOException {
    var sites = new Sites(folder);
    Files.createDirectory(folder.resolve("stick"));
    sites.low("init", "--side", "low", "--name", "low-lab");
    sites.high("init", "--side", "high", "--name", "high-lab");
    sites.guard("init", "--side", "guard", "--name", "gate-1");
    sites.low("key", "generate", "--no-passphrase");
    sites.high("key", "generate", "--no-passphrase");
    sites.pair(suite);
    return sites;
  }

  private void pair(String suite) throws IOException {
    low("key", "export", "stick/low-lab.card");
    high("peer", "add", "stick/low-lab.card", "--suite", suite);
    String words = text(ask("high", "peer", "show", "low-lab"), "words");
    high("peer", "confirm", "low-lab", "--words", words);
    Files.copy(folder.resolve("high/peers/low-lab/pairing.json"), path("stick/pairing.json"));
    low("peer", "add", "stick/pairing.json");
    low("peer", "confirm", "high-lab", "--words", words);
    high("peer", "add", "low/peers/high-lab/pairing.json");
    guard("peer", "add", "low/peers/high-lab/pairing.json");
  }

  /** Puts the same dataset on both sides, its private half on high. */
  void addDataset(String name, String mock, String real) throws IOException {
    Files.writeString(path("mock.json"), mock);
    Files.writeString(path("private.json"), real);
    low("dataset", "add", name, "--mock", "mock.json", "--owner", "owner@example.org");
    high(
        "dataset",
        "add",
        name,
        "--mock",
        "mock.json",
        "--private",
        "private.json",
        "--owner",
        "owner@example.org");
  }

  /** Registers the researcher. */
  void addResearcher() {
    low("user", "add", CURIE, "--name", "Curious Scientist");
  }

  /** Hands in code as the researcher; returns the beginning of the request's id. */
  String submit(String name, String fileName, String code, String dataset) throws IOException {
    Files.writeString(path(fileName), code);
    low(
        "request",
        "submit",
        name,
        "--code",
        fileName,
        "--dataset",
        dataset,
        "--purpose",
        "Research",
        "--by",
        CURIE);
    return find(ask("low", "request", "list"), "name", name, "id");
  }

  Outcome low(String... words) {
    return run("low", words).exits(ExitCode.OK);
  }

  Outcome high(String... words) {
    return run("high", words).exits(ExitCode.OK);
  }

  Outcome guard(String... words) {
    return run("guard", words).exits(ExitCode.OK);
  }

  /** Runs a command of a site, whatever comes of it. */
  Outcome run(String site, String... words) {
    String[] arguments =
        Stream.concat(Stream.of("-C", site, "--no-input"), Stream.of(words)).toArray(String[]::new);
    return SluiceProcess.in(folder).run(arguments);
  }

  /** The data of a command's JSON answer. */
  Json ask(String site, String... words) {
    String[] arguments =
        Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new);
    Outcome outcome = run(site, arguments).exits(ExitCode.OK);
    try {
      byte[] answer = outcome.out().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return ((Json.Obj) CanonicalJson.parseLenient(answer, JsonLimits.DOCUMENT))
          .fields()
          .get("data");
    } catch (NotCanonicalException e) {
      throw new AssertionError("no JSON: " + outcome.out(), e);
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** The bundles on the stick, oldest first. */
  List<Path> bundles() throws IOException {
    try (Stream<Path> bundles = Files.list(path("stick/SLUICE"))) {
      return bundles.sorted().toList();
    }
  }

  static String text(Json object, String key) {
    return ((Json.Text) ((Json.Obj) object).fields().get(key)).value();
  }

  /** The {@code wanted} text of the row of {@code list} whose {@code key} is {@code value}. */
  static String find(Json list, String key, String value, String wanted) {
    return ((Json.Arr) list)
        .items().stream()
            .filter(row -> text(row, key).equals(value))
            .map(row -> text(row, wanted))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + key + " " + value + " in " + list));
  }
}
