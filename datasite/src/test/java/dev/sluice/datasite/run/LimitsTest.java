package dev.sluice.datasite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without isolation, so that the limits hold by themselves. */
@Timeout(120)
class LimitsTest {
  private final Bench bench;

  LimitsTest() throws IOException {
    bench = Bench.open();
  }

  @Test
  void endlessLoop_isTimedOut() throws IOException {
    RunOutcome outcome =
        bench.shell(
            Bench.LIMITS.withWallTime(Duration.ofMillis(700)), "echo begun", "while :; do :; done");

    assertThat(outcome.status()).isEqualTo(RunStatus.TIMED_OUT);
    assertThat(outcome.exitCode()).isEqualTo(128 + 9);
    assertThat(outcome.resultCheck()).isEqualTo(ResultCheck.UNREAD);
    assertThat(outcome.stdout()).hasContent("begun");
    assertThat(outcome.duration()).isBetween(Duration.ofMillis(700), Duration.ofSeconds(30));
  }

  @Test
  void timedOutRun_leavesNoProcess() throws IOException {
    String child = Bench.unusualSleep();
    String grandchild = Bench.unusualSleep();

    RunOutcome outcome =
        bench.shell(
            Bench.LIMITS.withWallTime(Duration.ofSeconds(1)),
            "trap '' TERM INT HUP",
            "sh -c 'sleep " + grandchild + " & wait' &",
            "sleep " + child);

    assertThat(outcome.status()).isEqualTo(RunStatus.TIMED_OUT);
    assertThat(Bench.isSleeping(child)).isFalse();
    assertThat(Bench.isSleeping(grandchild)).isFalse();
  }

  @Test
  void outputFlood_isCutAtTheLimit() throws IOException {
    RunOutcome outcome =
        bench.shell(
            Bench.LIMITS.withOutputBytes(100_000),
            "echo quiet >&2",
            "echo 1 > \"$2\"",
            "while :; do echo flood; done");

    assertThat(outcome.status()).isEqualTo(RunStatus.OUTPUT_EXCEEDED);
    assertThat(outcome.stdout()).hasSize(100_000);
    assertThat(outcome.stderr()).hasContent("quiet");
    assertThat(outcome.result()).isEmpty();
  }

  @Test
  void outputUpToTheLimit_isKeptWhole() throws IOException {
    RunOutcome outcome =
        bench.shell(
            Bench.LIMITS.withOutputBytes(6), "printf 123456; printf 654321 >&2", "echo 1 > \"$2\"");

    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(outcome.stdout()).hasContent("123456");
    assertThat(outcome.stderr()).hasContent("654321");
  }

  @Test
  void oneByteTooMuch_isExcess() throws IOException {
    RunOutcome outcome =
        bench.shell(Bench.LIMITS.withOutputBytes(6), "printf 1234567 >&2", "echo 1 > \"$2\"");

    assertThat(outcome.status()).isEqualTo(RunStatus.OUTPUT_EXCEEDED);
    assertThat(outcome.stderr()).hasContent("123456");
  }

  @Test
  void memoryHogInShell_fails() throws IOException {
    RunOutcome outcome =
        bench.shell(
            Bench.LIMITS.withMemoryBytes(64 << 20),
            "x=0123456789abcdef",
            "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do",
            "  x=$x$x; done",
            "echo 1 > \"$2\"");

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.exitCode()).isNotZero();
  }

  @Test
  void memoryHogInJava_fails() throws IOException {
    RunOutcome outcome =
        bench.java(
            Bench.LIMITS.withMemoryBytes(64 << 20),
            "Files.writeString(Path.of(args[1]), \"\" + new byte[100 << 20].length);");

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.stderr()).content().contains("OutOfMemoryError");
  }

  @Test
  void fileBeyondTheLimit_cannotBeWritten() throws IOException {
    RunOutcome outcome =
        bench.shell(
            Bench.LIMITS.withFileBytes(10_240),
            "trap '' XFSZ",
            "i=0; while [ $i -lt 2000 ]; do echo 0123456789 || exit 3; i=$((i+1)); done > big",
            "echo 1 > \"$2\"");

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
  }

  @Test
  void interruptedThread_cancelsTheRun() throws IOException {
    Thread.currentThread().interrupt();
    RunOutcome outcome = bench.shell("sleep 600");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void childLeftBehindByCompletedCode_isKilled() throws IOException {
    String seconds = Bench.unusualSleep();

    RunOutcome outcome = bench.shell("sleep " + seconds + " &", "echo 1 > \"$2\"");

    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(Bench.isSleeping(seconds)).isFalse();
  }

  @Test
  void limitThatIsNotPositive_isABug() {
    assertThatThrownBy(() -> RunLimits.DEFAULT.withOutputBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RunLimits.DEFAULT.withWallTime(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
