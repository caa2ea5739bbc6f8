package dev.sluice.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.Endpoints;
import dev.sluice.state.StateObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Functions of which researchers get a mock. */
class EndpointsTest extends TwoSitesTest {
  private static final String PATH = "payroll.mean";

  @BeforeEach
  void highHasAnEndpoint() throws Exception {
    endpoint("add", "--mock", "return 1", "--private", "return 'canary-function'")
        .exits(ExitCode.OK);
  }

  /** Adds or updates the endpoint with functions of the given bodies. */
  private Outcome endpoint(String verb, String... functions) throws Exception {
    var words = new ArrayList<>(List.of("endpoint", verb, PATH));
    if (verb.equals("add")) {
      words.addAll(List.of("--owner", "ana@example.org"));
    }
    for (int i = 0; i < functions.length; i += 2) {
      var file = folder.resolve("function-" + i + ".py");
      words.add(functions[i]);
      words.add(Files.writeString(file, "def mean():\n    " + functions[i + 1] + "\n").toString());
    }
    return sites.high(words.toArray(String[]::new));
  }

  private Endpoint onLow() throws Exception {
    return sites.onLow(site -> new Endpoints(site).show(PATH));
  }

  @Test
  @DisplayName("F63 unique path")
  void path_isTakenOnce_andNamesTheEndpointOnBothSides() throws Exception {
    endpoint("add", "--mock", "return 2").exits(ExitCode.USAGE).reports("already");
    bringDown(0);
    assertThat(onLow().id()).isEqualTo(named("endpoint", PATH));
  }

  @Test
  @DisplayName("F63 unique path, said by the other side")
  void endpointUnderTheIdOfAnotherPath_isNotTakenIn() throws Exception {
    StateObject honest = onHigh(named("endpoint", PATH));
    sites.onHigh(putting(honest.with("path", "payroll.sum")));
    sites.high("approve", "--all-undecided", "--outgoing").exits(ExitCode.OK);
    Path stick = Files.createDirectory(folder.resolve("forged"));
    sites.high("export", "--out", stick.toString()).exits(ExitCode.OK);
    sites
        .low("import", stick.toString())
        .exits(ExitCode.UNSAFE_CONTENT)
        .reports("has the id of an object with another name");
    assertThat(isOnLow(honest.id())).isFalse();
  }

  @Test
  @DisplayName("F64 endpoint masking")
  void lowSide_getsTheMockOnly() throws Exception {
    bringDown(0);
    assertThat(onLow().function()).isEmpty();
    sites.low("endpoint", "show", PATH).prints(PATH).neverSays("canary");
    sites
        .low("show", "ep-", "--part", "private_function")
        .exits(ExitCode.USAGE)
        .neverSays("canary");
  }

  @Test
  @DisplayName("F65 endpoint update")
  void changedMock_reachesTheLowSide_andThePrivateFunctionStaysAsItIs() throws Exception {
    bringDown(0);
    endpoint("update", "--mock", "return 2").exits(ExitCode.OK);
    sites.high("batch", "list", "--outgoing").prints("  endpoint  ", "  changed  ");
    bringDown(0);
    sites.low("show", "ep-", "--part", "mock_function").prints("return 2");
    sites.high("show", "ep-", "--part", "private_function").prints("canary-function");
  }
}
