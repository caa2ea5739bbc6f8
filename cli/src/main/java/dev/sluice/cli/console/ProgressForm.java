package dev.sluice.cli.console;

/** Who is told how far a long step has come: {@code --progress}. */
public enum ProgressForm {
  /** People at a terminal. */
  AUTO,
  /** Programs: one JSON object a line on standard error. */
  JSON,
  /** Nobody. */
  NEVER
}
