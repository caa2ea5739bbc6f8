package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.Endpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint from its first crossing over a change to its end. */
class EndpointCommandTest {
  private static final String PATH = "payroll.mean";

  @TempDir Path folder;
  private TwoSites sites;

  @BeforeEach
  void highHasAnEndpoint() throws Exception {
    sites = TwoSites.paired(folder);
    sites
        .high(
            "endpoint",
            "add",
            PATH,
            "--owner",
            "ana@example.org",
            "--mock",
            file("mock.py", "def mean(s):\n    return 1\n"),
            "--private",
            file("real.py", "def mean(s):\n    return 'canary-function'\n"),
            "--settings",
            file("db.json", "{\"limit\": 10, \"host\": \"canary-host\"}"),
            "--share-setting",
            "limit")
        .exits(ExitCode.OK)
        .prints("Added endpoint ep-", "never leaves this side");
  }

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private void cross() throws Exception {
    sites.high("approve", "ep-", "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK);
  }

  private Endpoint onLow() throws Exception {
    return sites.onLow(site -> new Endpoints(site).show(PATH));
  }

  @Test
  void firstCrossing_bringsTheMockAndTheListedSettings_andNothingElse() throws Exception {
    sites.high("diff", "ep-", "--outgoing").prints("mock_function").neverSays("canary");
    cross();
    assertThat(onLow().function()).isEmpty();
    assertThat(onLow().localSettings()).isEmpty();
    sites.low("endpoint", "show", PATH).prints("limit = 10").neverSays("canary-host");
    sites.low("endpoint", "list").prints(PATH);
    sites.high("endpoint", "show", PATH).prints("canary-host");
  }

  @Test
  void changedMock_reachesLowAsAnUpdate_andTheChangedPrivateFunctionDoesNot() throws Exception {
    cross();
    sites
        .high("endpoint", "update", PATH, "--private", file("new.py", "canary-new"))
        .exits(ExitCode.OK);
    sites.high("batch", "list", "--outgoing").neverSays("ep-");
    sites
        .high("endpoint", "update", PATH, "--mock", file("m.py", "def mean(s):\n    return 2\n"))
        .exits(ExitCode.OK);
    sites.high("approve", "ep-", "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("diff", "ep-").prints("~ endpoint", "return 2").neverSays("canary");
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("1 updated");
    assertThat(onLow().function()).isEmpty();
  }

  @Test
  void removedEndpoint_isRemovedOnLow() throws Exception {
    cross();
    sites.high("endpoint", "remove", PATH).exits(ExitCode.OK).prints("--outgoing");
    cross();
    sites.low("endpoint", "list").neverSays(PATH);
  }

  @Test
  void secretsAreRefused_unlessSomebodySaysWhyTheyAreNone() throws Exception {
    String mock = file("bad.py", "token = 'abcdefgh'\n");
    sites
        .high("endpoint", "update", PATH, "--mock", mock)
        .exits(ExitCode.UNSAFE_CONTENT)
        .reports("mock function, line 1")
        .neverSays("abcdefgh");
    sites
        .high("endpoint", "update", PATH, "--mock", mock, "--secrets-reviewed", "an example")
        .exits(ExitCode.OK);
    sites.high("audit", "log", "--json").prints("an example");
  }

  @Test
  void lowSide_makesNoEndpoints() throws Exception {
    sites
        .low("endpoint", "add", "a.b", "--owner", "o@example.org", "--mock", file("m", "1"))
        .exits(ExitCode.USAGE)
        .reports("on the high side only");
  }
}
