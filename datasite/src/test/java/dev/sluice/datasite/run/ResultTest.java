package dev.sluice.datasite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without isolation: the code can reach the secret, and still cannot make it the result. */
@Timeout(120)
class ResultTest {
  private final Bench bench;
  private final Path secret;

  ResultTest() throws IOException {
    bench = Bench.open();
    secret = bench.file("site/secret", "the key");
  }

  @Test
  void symbolicLinkToASecret_isRefused() throws IOException {
    assertRefused(bench.shell("ln -s '" + secret + "' \"$2\""), ResultCheck.NOT_PLAIN);
  }

  @Test
  void hardLinkToASecret_isRefused() throws IOException {
    assertRefused(bench.shell("ln '" + secret + "' \"$2\""), ResultCheck.NOT_PLAIN);
  }

  @Test
  void linkInPlaceOfTheResultsFolder_isRefused() throws IOException {
    Path named = bench.file("site/result", "the other key");
    RunOutcome outcome =
        bench.shell(
            "out=$(dirname \"$2\")",
            "rmdir \"$out\"",
            "ln -s '" + named.getParent() + "' \"$out\"");

    assertRefused(outcome, ResultCheck.NOT_PLAIN);
    assertThat(named).as("outside the run's folder, so not to be removed").exists();
  }

  @Test
  void pipe_isRefusedWithoutWaitingForAWriter() throws IOException {
    assertRefused(bench.shell("mkfifo \"$2\""), ResultCheck.NOT_PLAIN);
  }

  @Test
  void folder_isRefused() throws IOException {
    assertRefused(bench.shell("mkdir \"$2\""), ResultCheck.NOT_PLAIN);
  }

  @Test
  void oneByteTooMuch_isRefused() throws IOException {
    RunLimits limits = Bench.LIMITS.withResultBytes(6);

    assertRefused(bench.shell(limits, "printf 1234567 > \"$2\""), ResultCheck.TOO_LARGE);
  }

  @Test
  void exactlyTheLimit_isAccepted() throws IOException {
    RunLimits limits = Bench.LIMITS.withResultBytes(6);

    assertThat(Bench.result(bench.shell(limits, "printf 123456 > \"$2\""))).isEqualTo("123456");
  }

  private static void assertRefused(RunOutcome outcome, ResultCheck check) {
    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.resultCheck()).isEqualTo(check);
    assertThat(outcome.result()).isEmpty();
    assertThat(outcome.folder().resolve("result")).doesNotExist();
  }
}
