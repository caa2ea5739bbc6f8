package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.time.Duration;

/** One line of a terminal, gone when the step is over. */
record PaceLine(Console console) implements PaceDisplay {
  @Override
  public Duration pause() {
    return Duration.ofMillis(100);
  }

  @Override
  public void show(Pace pace) {
    long left = pace.secondsLeft();
    draw(
        SafeText.sentence(
            "{}  {} of {}  {}/s  {} left",
            pace.what(),
            DataSize.text(pace.done()),
            DataSize.text(pace.total()),
            DataSize.text(pace.perSecond()),
            left < 60 ? left + " s" : left / 60 + " min " + left % 60 + " s"));
  }

  @Override
  public void end(Pace pace) {
    draw(SafeText.EMPTY);
  }

  private void draw(SafeText line) {
    if (console.volume() != Volume.QUIET) {
      console.err().overwrite(line);
    }
  }
}
