package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;

/**
 * How far a step has come.
 *
 * @param what the step
 * @param done bytes so far
 * @param total bytes in all, as far as it is known
 * @param millis how long that took
 */
record Pace(SafeText what, long done, long total, long millis) {
  long perSecond() {
    return millis == 0 ? 0 : (long) (done * 1000.0 / millis);
  }

  /** At the rate so far; 0 if there was none. */
  long secondsLeft() {
    long rate = perSecond();
    return rate == 0 ? 0 : (Math.max(0, total - done) + rate - 1) / rate;
  }
}
