package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** The two streams a command speaks to: answers go to {@link #out}, all else to {@link #err}. */
public final class Console {
  private static final SafeText WARNING = SafeText.literal("warning: ");

  private final Printer out;
  private final Printer err;
  private final Volume volume;
  private final List<String> warnings = new ArrayList<>();

  public Console(Environment environment, Colour colour, Glyphs glyphs, Volume volume) {
    this.out = new Printer(environment.out(), Look.of(Channel.OUTPUT, environment, colour, glyphs));
    this.err = new Printer(environment.err(), Look.of(Channel.ERROR, environment, colour, glyphs));
    this.volume = volume;
  }

  /** Standard output: the answer. */
  public Printer out() {
    return out;
  }

  /** Standard error: refusals, questions. */
  public Printer err() {
    return err;
  }

  /** Warns on standard error, whatever the volume, and remembers it for {@link #warnings}. */
  public void warn(SafeText warning) {
    warnings.add(warning.toString());
    err.print(StyledText.of(Style.YELLOW, WARNING).plus(warning));
  }

  /** What was warned of so far, for the envelope. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Says on standard error what is being done; not heard with {@code -q}. */
  public void note(SafeText note) {
    if (volume != Volume.QUIET) {
      err.print(note);
    }
  }

  public Volume volume() {
    return volume;
  }
}
