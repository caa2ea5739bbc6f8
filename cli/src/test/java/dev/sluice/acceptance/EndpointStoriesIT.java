package dev.sluice.acceptance;

import dev.sluice.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An endpoint's whole life, on both sides. */
class EndpointStoriesIT extends Story {
  private static final String PATH = "payroll.mean";
  private static final String FIRST = "canary-of-the-function-2b71";
  private static final String SECOND = "canary-of-the-other-function-64ee";
  private static final String SETTING = "canary-of-a-setting-c08d";

  private String function(String name, String value) throws Exception {
    Path file = folder.resolve(name + ".py");
    return Files.writeString(file, "def mean():\n    return '" + value + "'\n").toString();
  }

  private void addOnHigh() throws Exception {
    Path settings = folder.resolve("settings.json");
    Files.writeString(settings, "{\"limit\": 10, \"host\": \"" + SETTING + "\"}");
    sites
        .high(
            "endpoint",
            "add",
            PATH,
            "--owner",
            "ana@example.org",
            "--mock",
            function("mock", "1"),
            "--private",
            function("real", FIRST),
            "--settings",
            settings.toString(),
            "--share-setting",
            "limit")
        .exits(ExitCode.OK);
  }

  @Override
  boolean isAlwaysRestarted() {
    return true;
  }

  @Test
  void endpoint_crossesChangesAndEnds_withoutItsPrivateFunction() throws Exception {
    addOnHigh();
    bringDown(0);
    sites.low("endpoint", "show", PATH).prints("limit = 10");
    sites.low("show", "ep-", "--part", "mock_function").prints("return '1'");

    sites
        .high("endpoint", "update", PATH, "--private", function("other", SECOND))
        .exits(ExitCode.OK);
    sites.high("batch", "list", "--outgoing", "--type", "endpoint").prints("0 batches");
    sites.high("endpoint", "update", PATH, "--mock", function("m", "2")).exits(ExitCode.OK);
    sites.high("diff", "ep-", "--outgoing").prints("return '2'").neverSays("canary");
    bringDown(0);
    sites.low("show", "ep-", "--part", "mock_function").prints("return '2'");
    sites.high("show", "ep-", "--part", "private_function").prints(SECOND);

    sites.high("endpoint", "remove", PATH).exits(ExitCode.OK);
    bringDown(0);
    sites.low("endpoint", "list").neverSays(PATH);
    assertAbsentOnLow(FIRST, SECOND, SETTING);
    assertPresentOnHigh(SECOND);
  }
}
