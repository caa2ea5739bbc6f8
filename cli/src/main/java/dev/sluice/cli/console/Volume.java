package dev.sluice.cli.console;

/** How much is said beside the answer: {@code -q}, nothing, or {@code -v}. */
public enum Volume {
  QUIET,
  NORMAL,
  VERBOSE
}
