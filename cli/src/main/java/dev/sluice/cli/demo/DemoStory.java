package dev.sluice.cli.demo;

import dev.sluice.canonical.Json;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * The guide's story: a researcher hands in two pieces of code on the low side; the data owner lets
 * one cross, runs it on the private data and releases its result.
 */
final class DemoStory {
  /** In the private data only; must never be found anywhere else. */
  static final String PRIVATE_CANARY = "canary-private-4d1f0c";

  /** In the private data and in the log of the job, which is not shared. */
  static final String LOG_CANARY = "canary-log-93ab57";

  private static final String LOW = "low";
  private static final String HIGH = "high";
  private static final String GUARD = "guard";
  private static final String CURIE = "curie@example.org";
  private static final String OWNER = "owner@example.org";

  private final Stage stage;

  DemoStory(Stage stage) {
    this.stage = stage;
  }

  void play() throws IOException {
    prepare();
    pair();
    publishData();
    submit();
    cross();
    decide();
    runAndRelease();
    answer();
    close();
  }

  private void prepare() throws IOException {
    Files.createDirectory(stage.path("stick"));
    stage.passphrase("correct horse battery staple");
    stage.file(
        "mock.json", "{\"numbers\": [4, 5, 6], \"note\": \"made up\", \"marker\": \"mock\"}\n");
    stage.file(
        "private.json",
        "{\"numbers\": [1, 2, 3], \"note\": \"%s\", \"marker\": \"%s\"}%n"
            .formatted(PRIVATE_CANARY, LOG_CANARY));
  }

  private void pair() throws IOException {
    stage.scene(SafeText.literal("Two sites and a guard station between them"));
    stage.run(LOW, "init", "--side", "low", "--name", "low-lab");
    stage.run(HIGH, "init", "--side", "high", "--name", "high-lab");
    stage.run(GUARD, "init", "--side", "guard", "--name", "gate-1");
    stage.run(LOW, "key", "generate");
    stage.run(HIGH, "key", "generate");
    stage.scene(SafeText.literal("Pairing: cards cross on the stick, words by telephone"));
    stage.run(LOW, "key", "export", "stick/low-lab.card");
    stage.run(HIGH, "peer", "add", "stick/low-lab.card");
    stage.carry("high/peers/low-lab/pairing.json", "stick/pairing.json");
    stage.run(LOW, "peer", "add", "stick/pairing.json");
    stage.tell(SafeText.literal("By telephone each side types what the other one reads out:"));
    String fromHigh = text(stage.ask(HIGH, "peer", "show", "low-lab"), "words");
    stage.run(LOW, "peer", "confirm", "high-lab", "--words", fromHigh);
    stage.carry("low/peers/high-lab/pairing.json", "stick/pairing-low.json");
    stage.run(HIGH, "peer", "add", "stick/pairing-low.json");
    String fromLow = text(stage.ask(LOW, "peer", "show", "high-lab"), "words");
    stage.run(HIGH, "peer", "confirm", "low-lab", "--words", fromLow);
    stage.carry("high/peers/low-lab/pairing.json", "stick/pairing-both.json");
    stage.run(LOW, "peer", "add", "stick/pairing-both.json");
    stage.run(GUARD, "peer", "add", "stick/pairing-both.json");
  }

  private void publishData() {
    stage.scene(SafeText.literal("The same dataset on both sides; its private half on high only"));
    stage.run(LOW, "dataset", "add", "numbers", "--mock", "mock.json", "--owner", OWNER);
    stage.run(
        HIGH,
        "dataset",
        "add",
        "numbers",
        "--mock",
        "mock.json",
        "--private",
        "private.json",
        "--owner",
        OWNER);
  }

  private void submit() throws IOException {
    stage.scene(SafeText.literal("A researcher hands in two pieces of code on the low side"));
    stage.run(LOW, "user", "add", CURIE, "--name", "Curious Scientist");
    stage.run(LOW, "project", "create", "Sum of numbers", "--by", CURIE);
    submit("sum_of_numbers", "The sum of the data points");
    submit("malicious_user_code", "Counting rows");
    stage.run(LOW, "request", "list");
  }

  private void submit(String name, String purpose) throws IOException {
    Example example = Example.here(System.getenv());
    stage.file(example.file(name), example.code(name));
    stage.run(
        LOW,
        "request",
        "submit",
        name,
        "--code",
        example.file(name),
        "--dataset",
        "numbers",
        "--purpose",
        purpose,
        "--project",
        "Sum of numbers",
        "--by",
        CURIE);
  }

  private void cross() {
    stage.scene(SafeText.literal("Up: write the bundle, check it at the guard, import it"));
    stage.run(LOW, "export", "--out", "stick");
    stage.run(GUARD, "verify", "stick", "--recipient", "high-lab");
    stage.run(HIGH, "import", "stick");
  }

  private void decide() {
    stage.scene(SafeText.literal("Security review: look, approve one, ignore the other"));
    String good = request("sum_of_numbers");
    String bad = request("malicious_user_code");
    stage.run(HIGH, "batch", "list", "--incoming", "--by", CURIE, "--type", "request");
    stage.run(HIGH, "diff", good, bad);
    stage.run(HIGH, "approve", good, "--reason", "a sum only");
    stage.run(HIGH, "ignore", bad, "--note", "returns the data itself");
    stage.run(HIGH, "plan", "--incoming");
    stage.run(HIGH, "apply", "--yes");
  }

  private void runAndRelease() {
    stage.scene(SafeText.literal("Run it on the private data"));
    stage.run(HIGH, "job", "run", "sum_of_numbers");
    stage.scene(SafeText.literal("Down: share the result, keep the log, write the bundle"));
    String job = Stage.shortened(text(first(stage.ask(HIGH, "job", "list")), "id"));
    stage.run(HIGH, "batch", "list", "--outgoing", "--type", "job");
    stage.run(
        HIGH,
        "share",
        job,
        "--result",
        "--reason",
        "one sum over all rows",
        "--confirm-private",
        "1");
    stage.run(HIGH, "export", "--out", "stick", "--confirm-private", "1");
    stage.run(GUARD, "verify", "stick");
  }

  private void answer() {
    stage.scene(SafeText.literal("Back on the low side the researcher is told"));
    stage.run(LOW, "import", "stick");
    stage.run(LOW, "apply", "--yes");
    stage.run(LOW, "request", "list");
    stage.run(LOW, "message", "list", "--to", CURIE);
    stage.run(LOW, "result", "show", "sum_of_numbers", "--for", CURIE);
  }

  private void close() throws IOException {
    stage.scene(SafeText.literal("What is on record"));
    stage.run(LOW, "receipt", "list");
    stage.run(HIGH, "history");
    stage.run(HIGH, "audit", "verify");
    var search = new CanarySearch(Map.of("private data", PRIVATE_CANARY, "log", LOG_CANARY));
    stage.tell(search.report(stage.path(LOW), stage.path("stick"), stage.path(GUARD)));
  }

  private String request(String name) {
    Json requests = stage.ask(LOW, "request", "list");
    for (Json request : ((Json.Arr) requests).items()) {
      if (text(request, "name").equals(name)) {
        return Stage.shortened(text(request, "id"));
      }
    }
    throw new IllegalStateException("no request " + name);
  }

  private static Json first(Json list) {
    return ((Json.Arr) list).items().get(0);
  }

  private static String text(Json object, String key) {
    return ((Json.Text) ((Json.Obj) object).fields().get(key)).value();
  }
}
