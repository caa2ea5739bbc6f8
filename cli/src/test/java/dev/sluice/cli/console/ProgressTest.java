package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.state.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MIB = 1 << 20;

  private final PretendedProcess process = new PretendedProcess();
  private final SetClock clock = new SetClock();

  /** A clock that goes when it is told to. */
  private static final class SetClock extends Clock {
    private Instant now = PretendedProcess.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void copy(Volume volume) {
    var console = new Console(process.environment(), Colour.NEVER, Glyphs.UNICODE, volume);
    try (var progress = Progress.of(console, clock, SafeText.literal("writing"), 300 * MIB)) {
      progress.advance(10 * MIB);
      clock.now = clock.now.plus(Duration.ofSeconds(2));
      progress.advance(90 * MIB);
      clock.now = clock.now.plus(Duration.ofMillis(99));
      progress.advance(50 * MIB);
    }
  }

  @Test
  void terminal_seesBytesRateAndTimeLeft_tenTimesASecondAtMost_andThenAClearLine() {
    process.atTerminal(80);
    copy(Volume.NORMAL);
    assertThat(process.err())
        .isEqualTo("\r\u001b[Kwriting  100.0 MiB of 300.0 MiB  50.0 MiB/s  4 s left\r\u001b[K");
  }

  @Test
  void narrowTerminal_neverWraps() {
    process.atTerminal(20);
    copy(Volume.NORMAL);
    assertThat(process.err()).startsWith("\r\u001b[Kwriting  100.0 MiB…\r");
  }

  @Test
  void stepThatIsDone_clearsItsLine_soThatWhatComesNextHasOne() {
    process.atTerminal(80);
    var console = new Console(process.environment(), Colour.NEVER, Glyphs.UNICODE, Volume.NORMAL);
    var progress = Progress.of(console, clock, SafeText.literal("writing"), MIB);
    progress.advance(MIB);
    assertThat(process.err()).isEqualTo("\r\u001b[K");
    progress.close();
    assertThat(process.err()).isEqualTo("\r\u001b[K");
  }

  @Test
  void programs_getALineOfJsonASecond_andOneAtTheEnd() {
    process.clock(clock);
    try (var progress = Progress.events(process.environment(), SafeText.literal("writing"), 0)) {
      progress.expect(300);
      progress.advance(10);
      clock.now = clock.now.plus(Duration.ofSeconds(2));
      progress.advance(90);
      progress.advance(50);
    }
    assertThat(process.err())
        .isEqualTo(
            "{\"bytes_done\":100,\"bytes_per_second\":50,\"bytes_total\":300,\"ended\":false,"
                + "\"schema\":\"sluice.progress/1\",\"seconds_left\":4,\"step\":\"writing\"}\n"
                + "{\"bytes_done\":150,\"bytes_per_second\":75,\"bytes_total\":300,\"ended\":true,"
                + "\"schema\":\"sluice.progress/1\",\"seconds_left\":2,\"step\":\"writing\"}\n");
  }

  @Test
  void nobodyElse_seesProgress() {
    copy(Volume.NORMAL);
    process.atTerminal(80);
    copy(Volume.QUIET);
    process.with("TERM", "dumb");
    copy(Volume.NORMAL);
    assertThat(process.err()).isEmpty();
  }

  @Test
  void sizes_areReadable() {
    assertThat(DataSize.text(1023)).isEqualTo("1023 bytes");
    assertThat(DataSize.text(18_842)).isEqualTo("18.4 KiB");
    assertThat(DataSize.text((1L << 20) - 1)).isEqualTo("1.0 MiB");
    assertThat(DataSize.text(Long.MAX_VALUE)).isEqualTo("8.0 EiB");
  }
}
