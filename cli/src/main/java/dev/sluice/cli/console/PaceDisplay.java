package dev.sluice.cli.console;

import java.time.Duration;

/** Shows how far a step has come. */
interface PaceDisplay {
  /** How long to wait before it is shown again. */
  Duration pause();

  void show(Pace pace);

  /** The step is over. */
  void end(Pace pace);
}
