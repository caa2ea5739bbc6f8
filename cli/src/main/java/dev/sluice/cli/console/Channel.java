package dev.sluice.cli.console;

/** One of the three standard streams. */
public enum Channel {
  INPUT('0'),
  OUTPUT('1'),
  ERROR('2');

  private final char descriptor;

  Channel(char descriptor) {
    this.descriptor = descriptor;
  }

  /** The digit of its file descriptor. */
  char descriptor() {
    return descriptor;
  }
}
