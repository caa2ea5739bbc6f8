package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells on standard error how far a long step has come: terminals see one line that changes at most
 * ten times a second and is gone when the step is over, programs that ask for it get a line of JSON
 * a second.
 */
public final class Progress implements AutoCloseable {
  private final PaceDisplay display;
  private final Clock clock;
  private final SafeText what;
  private final Instant start;
  private Instant shown;
  private long total;
  private long done;
  private boolean ended;

  private Progress(PaceDisplay display, Clock clock, SafeText what, long total) {
    this.display = display;
    this.clock = clock;
    this.what = what;
    this.total = total;
    this.start = clock.instant();
    this.shown = start;
  }

  /** Starts counting towards {@code total} bytes. */
  public static Progress of(Console console, Clock clock, SafeText what, long total) {
    return new Progress(new PaceLine(console), clock, what, total);
  }

  /** The same, for programs. */
  public static Progress events(Environment environment, SafeText what, long total) {
    return new Progress(new PaceEvents(environment.err()), environment.clock(), what, total);
  }

  /** It turns out to be {@code bytes} more. */
  public void expect(long bytes) {
    total += bytes;
    ended = false;
  }

  /** Counts {@code bytes} more. */
  public void advance(long bytes) {
    done += bytes;
    Instant now = clock.instant();
    if (Duration.between(shown, now).compareTo(display.pause()) >= 0) {
      shown = now;
      display.show(pace(now));
    }
    if (done >= total) {
      close();
    }
  }

  private Pace pace(Instant now) {
    return new Pace(what, done, total, Duration.between(start, now).toMillis());
  }

  /** The step is over; nothing happens if it is already. */
  @Override
  public void close() {
    if (!ended) {
      ended = true;
      display.end(pace(clock.instant()));
    }
  }
}
