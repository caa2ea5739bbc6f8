package dev.sluice.datasite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IsolationTest {
  @Test
  void isolationThatIsReported_saysWhetherTheNetworkIsReached() throws IOException {
    Bench bench = Bench.detected();

    assertThat(reachesNetwork(bench)).isEqualTo(!bench.isolation().deniesNetwork());
  }

  @Test
  void withoutIsolation_networkIsReachedAndTheOutcomeSaysSo() throws IOException {
    Bench bench = Bench.open();

    assertThat(reachesNetwork(bench)).isTrue();
    RunOutcome outcome = Bench.open().shell("echo 1 > \"$2\"");
    assertThat(outcome.isolation()).isEqualTo(Isolation.NONE);
    assertThat(outcome.isolation().sentence()).contains("NOT ISOLATED");
  }

  @Test
  void sandboxThatDoesNotWork_isNotChosen() throws IOException {
    Bench bench = Bench.open();
    for (String name : List.of("bwrap", "unshare")) {
      assertThat(bench.file("bin/" + name, "#!/bin/sh\nexit 1\n").toFile().setExecutable(true))
          .isTrue();
    }

    assertThat(CodeRunner.detect(bench.folder.resolve("bin") + ":" + Bench.PATH).isolation())
        .isEqualTo(Isolation.NONE);
  }

  @Test
  @Tag("stock")
  void bubblewrap_deniesTheNetwork() throws IOException {
    assertThat(reachesNetwork(Bench.bubblewrap())).isFalse();
  }

  @Test
  @Tag("stock")
  void unshare_deniesTheNetwork() throws IOException {
    assertThat(reachesNetwork(Bench.unshare())).isFalse();
  }

  @Test
  @Tag("stock")
  void hiddenFolder_isEmptyUnderBubblewrap() throws IOException {
    Bench bench = Bench.bubblewrap();
    Path secret = bench.file("site/secret", "the key");
    RunRequest request =
        bench.request(
            Language.SHELL,
            Bench.LIMITS,
            "cat '"
                + secret
                + "' > \"$2\" 2>/dev/null || ls -A '"
                + secret.getParent()
                + "' > \"$2\"");

    assertThat(Bench.result(bench.run(request.hiding(List.of(secret.getParent()))))).isEmpty();
  }

  @Test
  @Tag("stock")
  void folderThatIsNotHidden_isReadUnderBubblewrap() throws IOException {
    Path open = Path.of(System.getProperty("java.home"), "release");
    RunOutcome outcome = Bench.bubblewrap().shell("cat '" + open + "' > \"$2\"");

    assertThat(Bench.result(outcome)).isEqualTo(Bench.text(open));
  }

  @Test
  @Tag("stock")
  void runAndAssetInsideAHiddenFolder_work() throws IOException {
    Bench bench = Bench.bubblewrap();
    RunRequest request = bench.request(Language.SHELL, Bench.LIMITS, "cat \"$1\" > \"$2\"");

    assertThat(Bench.result(bench.run(request.hiding(List.of(bench.folder))))).startsWith("region");
  }

  @Test
  @Tag("stock")
  void underBubblewrap_onlyScratchAndResultAreWritten() throws IOException {
    Bench bench = Bench.bubblewrap();
    RunOutcome outcome =
        bench.shell(
            "for place in /etc /tmp /run \"$1\" \"$(dirname \"$1\")\" \"$(dirname \"$2\")/..\"; do",
            "  [ -d \"$place\" ] && place=$place/new",
            "  (echo x > \"$place\") 2>/dev/null && exit 4",
            "done",
            "touch mine && echo 1 > \"$2\"");

    assertThat(Bench.result(outcome)).isEqualTo("1\n");
  }

  @Test
  @Tag("stock")
  void daemonThatLeftItsSession_diesWithTheSandbox() throws IOException {
    for (Bench bench : List.of(Bench.bubblewrap(), Bench.unshare())) {
      String seconds = Bench.unusualSleep();
      RunOutcome outcome =
          bench.shell(
              Bench.LIMITS.withWallTime(Duration.ofSeconds(2)),
              "(setsid sh -c 'setsid sleep " + seconds + " &' &)",
              "while :; do :; done");

      assertThat(outcome.status()).isEqualTo(RunStatus.TIMED_OUT);
      assertThat(Bench.isSleeping(seconds)).as(bench.isolation().name()).isFalse();
    }
  }

  @Test
  @Tag("stock")
  void otherProcesses_areNotSeenUnderBubblewrap() throws IOException {
    RunOutcome outcome =
        Bench.bubblewrap().shell("cd /proc; for p in [0-9]*; do echo $p; done | wc -l > \"$2\"");

    assertThat(Integer.parseInt(Bench.result(outcome).strip())).isLessThan(6);
  }

  /** Whether code connects to a port that listens on this machine, outside the sandbox. */
  private static boolean reachesNetwork(Bench bench) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RunOutcome outcome =
          bench.java(
              Bench.LIMITS,
              "String reached = \"false\";",
              "try (Socket s = new Socket(\"127.0.0.1\", " + server.getLocalPort() + ")) {",
              "  reached = \"true\";",
              "} catch (SocketException e) { System.err.println(e); }",
              "Files.writeString(Path.of(args[1]), reached);");
      return Boolean.parseBoolean(Bench.result(outcome));
    }
  }
}
