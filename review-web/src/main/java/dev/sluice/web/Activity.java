package dev.sluice.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When the reviewer last asked for something. */
final class Activity {
  private final Clock clock;
  private final Duration idle;
  private volatile Instant last;

  Activity(Clock clock, Duration idle) {
    this.clock = clock;
    this.idle = idle;
    this.last = clock.instant();
  }

  void note() {
    last = clock.instant();
  }

  boolean isOver() {
    return Duration.between(last, clock.instant()).compareTo(idle) >= 0;
  }
}
