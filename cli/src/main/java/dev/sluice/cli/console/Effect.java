package dev.sluice.cli.console;

/** What a command that failed had done by then. */
public enum Effect {
  NOTHING_CHANGED,
  SOMETHING_CHANGED,
  UNKNOWN
}
