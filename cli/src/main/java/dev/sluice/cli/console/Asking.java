package dev.sluice.cli.console;

/** Whether questions may be asked at all; {@code --no-input} forbids it. */
public enum Asking {
  ALLOWED,
  FORBIDDEN
}
