package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * One line on standard error that tells how far a long copy has come. Only terminals see it, at
 * most ten times a second, and it is gone when closed.
 */
public final class Progress implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Console console;
  private final Clock clock;
  private final SafeText what;
  private final long total;
  private final Instant start;
  private Instant shown;
  private long done;

  /** Starts counting towards {@code total} bytes. */
  public Progress(Console console, Clock clock, SafeText what, long total) {
    this.console = console;
    this.clock = clock;
    this.what = what;
    this.total = total;
    this.start = clock.instant();
    this.shown = start;
  }

  /** Counts {@code bytes} more. */
  public void advance(long bytes) {
    done += bytes;
    Instant now = clock.instant();
    if (Duration.between(shown, now).compareTo(PAUSE) >= 0) {
      shown = now;
      draw(line(Duration.between(start, now).toMillis()));
    }
  }

  private SafeText line(long millis) {
    double perSecond = done * 1000.0 / millis;
    long left = perSecond == 0 ? 0 : (long) Math.ceil((total - done) / perSecond);
    return SafeText.sentence(
        "{}  {} of {}  {}/s  {} left",
        what,
        DataSize.text(done),
        DataSize.text(total),
        DataSize.text((long) perSecond),
        left < 60 ? left + " s" : left / 60 + " min " + left % 60 + " s");
  }

  private void draw(SafeText line) {
    if (console.volume() != Volume.QUIET) {
      console.err().overwrite(line);
    }
  }

  /** Clears the line. */
  @Override
  public void close() {
    draw(SafeText.EMPTY);
  }
}
