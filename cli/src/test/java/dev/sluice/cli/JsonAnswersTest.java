package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.cli.command.GlobalOptions;
import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.ObjectId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command that lists or shows something answers with one canonical JSON object. */
class JsonAnswersTest {
  private static final String[] LOOKS = {
    "status",
    "key show",
    "peer list",
    "peer show low-lab",
    "user list",
    "project list",
    "project show Sums",
    "dataset list",
    "dataset show numbers",
    "endpoint list",
    "endpoint show payroll.mean",
    "kind list",
    "kind show model",
    "kind check memo.json",
    "object list model",
    "files list",
    "files show tools",
    "request list",
    "request show sum",
    "job list",
    "job show JOB",
    "job logs JOB",
    "message list",
    "result show sum --for EMAIL",
    "show JOB",
    "export --dry-run",
    "verify stick",
    "inspect stick",
    "batch list",
    "batch list --outgoing --include-same --show-code",
    "batch show REQUEST",
    "batch tree",
    "diff REQUEST --incoming",
    "diff JOB --outgoing",
    "plan",
    "receipt list",
    "history",
    "report bn-000001 --incoming",
    "audit log",
    "audit verify",
    "fsck",
    "gc --dry-run",
    "quarantine list",
    "site show",
    "version"
  };

  /** Commands that do something; what they answer is for their own tests. */
  private static final Set<String> DOES =
      Set.of(
          "apply",
          "approve",
          "dataset add",
          "dataset remove",
          "demo",
          "doctor",
          "endpoint add",
          "endpoint remove",
          "endpoint update",
          "files checkout",
          "help",
          "ignore",
          "import",
          "init",
          "job deposit",
          "job run",
          "key change-passphrase",
          "key export",
          "key generate",
          "key rotate",
          "object add",
          "peer add",
          "peer confirm",
          "peer remove",
          "peer revoke",
          "project create",
          "quarantine discard",
          "quarantine salvage",
          "quarantine show",
          "reject",
          "request deny",
          "request submit",
          "request tag",
          "request withdraw",
          "reset",
          "review",
          "share",
          "site new-identity",
          "site recover",
          "skip",
          "track",
          "unignore",
          "user add",
          "withdraw",
          "withhold");

  private static final String MODEL =
      """
      {"name": "model", "prefix": "md", "role": "root", "title": "name", "flow": "both",
       "owner": "high", "fields": {"name": {"type": "text", "exposure": "shared"}},
       "parts": {"card": "shared"}}
      """;

  @TempDir static Path folder;
  private static TwoSites sites;
  private static String job;
  private static String waiting;

  /** A high side that has something of everything. */
  @BeforeAll
  static void fill() throws Exception {
    sites = TwoSites.paired(folder);
    ObjectId sum = sites.submit("sum");
    sites.carryUp();
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    deposit(sum);
    waiting = TwoSites.typed(sites.submit("mean"));
    Path stick = Files.createDirectory(folder.resolve("stick"));
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    sites.high("import", stick.toString()).exits(ExitCode.OK);
    String mock = file("mock.py", "return 1\n");
    add("endpoint", "add", "payroll.mean", "--owner", "ana@example.org", "--mock", mock);
    Files.createDirectories(folder.resolve("high/kinds"));
    String model = file("model.json", MODEL);
    file("memo.json", MODEL.replace("model", "memo").replace("md", "mm"));
    Files.copy(Path.of(model), folder.resolve("high/kinds/model.json"));
    add(
        "object",
        "add",
        "model",
        "--id-name",
        "m",
        "--owner",
        "a@example.org",
        "--field",
        "name=m");
    Path tree = Files.createDirectories(folder.resolve("tree/tools"));
    Files.writeString(tree.resolve("a.txt"), "a\n");
    add("track", tree.getParent().toString(), "--kind", "files", "--owner", "ana@example.org");
  }

  private static void add(String... words) {
    sites.high(words).exits(ExitCode.OK);
  }

  private static String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static void deposit(ObjectId request) throws Exception {
    Path value = Path.of(file("value.json", "6"));
    Path log = Path.of(file("log.txt", "adding\n"));
    Job made = sites.onHigh(site -> new Jobs(site).deposit(request, value, Optional.of(log)));
    job = TwoSites.typed(made.id());
    add("share", job, "--result", "--reason", "checked", "--confirm-private", "1");
  }

  static String[] looks() {
    return LOOKS.clone();
  }

  @ParameterizedTest(name = "sluice {0} --json")
  @MethodSource("looks")
  void answer_isOneCanonicalObject(String words) throws Exception {
    Outcome outcome = sites.high((filled(words) + " --json").split(" ")).exits(ExitCode.OK);
    assertThat(outcome.out()).endsWith("}\n").hasLineCount(1);
    byte[] line = outcome.out().strip().getBytes(UTF_8);
    Json.Obj answer = CanonicalJson.parseObject(line, JsonLimits.DOCUMENT);
    assertThat(answer.fields()).containsKeys("data", "schema", "time", "warnings");
    assertThat(CanonicalJson.write(answer)).isEqualTo(line);
  }

  private static String filled(String words) {
    return words
        .replace("JOB", job)
        .replace("REQUEST", waiting)
        .replace("stick", folder.resolve("stick").toString())
        .replace("EMAIL", TwoSites.CURIE)
        .replace("memo.json", folder.resolve("memo.json").toString());
  }

  @Test
  void everyCommand_isEitherHereOrDoesSomething() {
    var invocation =
        new Invocation(new PretendedProcess().environment(), new GlobalOptions(), List.of());
    var missing = new ArrayList<String>();
    leaves(Sluice.commandLine(new TopCommand(), invocation, List.of()))
        .map(leaf -> leaf.getCommandSpec().qualifiedName().substring("sluice ".length()))
        .filter(name -> !DOES.contains(name))
        .filter(name -> Stream.of(LOOKS).noneMatch(words -> (words + " ").startsWith(name + " ")))
        .forEach(missing::add);
    assertThat(missing).as("commands that no line of this test runs").isEmpty();
  }

  private static Stream<CommandLine> leaves(CommandLine command) {
    return command.getSubcommands().isEmpty()
        ? Stream.of(command)
        : command.getSubcommands().values().stream().flatMap(JsonAnswersTest::leaves);
  }
}
