package dev.sluice.story;

import static dev.sluice.story.Sites.CURIE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.LeakSearch;
import dev.sluice.cli.testing.OpenedBundles;
import dev.sluice.cli.testing.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's story, from the request to the researcher's message. */
class GuideStoryIT {
  private static final String SUITE = "mlkem768x25519";
  private static final String PRIVATE_CANARY = "canary-private-77aa01";
  private static final String LOG_CANARY = "canary-log-55bb02";
  private static final String SUM =
      """
      import java.nio.file.*;
      class Sum {
        public static void main(String[] args) throws Exception {
          String data = Files.readString(Path.of(args[0]));
          System.out.println(data.substring(data.indexOf("canary-log")));
          System.err.println(data);
          Files.writeString(Path.of(args[1]), "6");
        }
      }
      """;
  private static final String STEAL =
      """
      import java.nio.file.*;
      class Steal {
        public static void main(String[] args) throws Exception {
          Files.copy(Path.of(args[0]), Path.of(args[1]));
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void sumIsReleased_theCopyIsIgnored_andNothingElseLeaves() throws Exception {
    Sites sites = Sites.paired(folder, SUITE);
    sites.addDataset(
        "numbers",
        "{\"numbers\": [4, 5, 6]}",
        "{\"numbers\": [1, 2, 3], \"a\": \""
            + PRIVATE_CANARY
            + "\", \"b\": \""
            + LOG_CANARY
            + "\"}");
    sites.addResearcher();
    sites.low("project", "create", "Sum of numbers", "--by", CURIE);
    String sum = sites.submit("sum_of_numbers", "Sum.java", SUM, "numbers");
    String steal = sites.submit("malicious_user_code", "Steal.java", STEAL, "numbers");

    sites.low("export", "--out", "stick").prints("Read back and compared: ok");
    sites.guard("verify", "stick", "--recipient", "high-lab").prints("OK. Nothing was written");
    sites.high("import", "stick").prints("Nothing is live yet");
    sites.high("request", "list").neverSays("sum_of_numbers");
    sites.high("batch", "list", "--incoming").prints("sum_of_numbers", "malicious_user_code");
    sites.high("diff", steal).prints("Files.copy(Path.of(args[0]), Path.of(args[1]));");

    sites.high("approve", sum, "--reason", "a sum only");
    sites.high("ignore", steal, "--note", "returns the data");
    sites.high("batch", "list", "--incoming").neverSays("malicious_user_code");
    sites.high("apply", "--yes");
    sites.high("request", "list").prints("sum_of_numbers").neverSays("malicious_user_code");

    sites.high("job", "run", "sum_of_numbers");
    String job = Sites.text(first(sites, "job", "list"), "id");
    sites
        .run("high", "share", job, "--result", "--reason", "a sum", "--confirm-private", "2")
        .exits(ExitCode.CANCELLED);
    sites.high("share", job, "--result", "--reason", "a sum", "--confirm-private", "1");
    sites.run("high", "export", "--out", "stick").exits(ExitCode.CANCELLED);
    sites.high("export", "--out", "stick", "--confirm-private", "1");

    sites.low("import", "stick");
    sites.low("apply", "--yes");
    assertThat(Sites.find(sites.ask("low", "request", "list"), "name", "sum_of_numbers", "status"))
        .isEqualTo("approved");
    assertThat(
            Sites.find(
                sites.ask("low", "request", "list"), "name", "malicious_user_code", "status"))
        .isEqualTo("pending");
    sites.low("result", "show", "sum_of_numbers", "--for", CURIE).prints("6");
    sites.low("message", "list", "--to", CURIE).prints("sum_of_numbers");
    Outcome stranger =
        sites.run("low", "result", "show", "sum_of_numbers", "--for", "eve@example.org");
    assertThat(stranger.exits(ExitCode.USAGE).out()).isEmpty();

    var leak = new LeakSearch(PRIVATE_CANARY, LOG_CANARY);
    leak.assertAbsentFrom(sites.path("low"), sites.path("guard"), sites.path("stick"));
    leak.assertAbsentFrom(sites.path("high/outbox"));
    assertThat(sites.path("high/staging")).doesNotExist();
    var opened = new OpenedBundles(folder, SUITE);
    assertThat(opened.read(sites.path("stick"), leak::assertAbsent)).isPositive();
  }

  private static Json first(Sites sites, String... words) {
    return ((Json.Arr) sites.ask("high", words)).items().get(0);
  }
}
