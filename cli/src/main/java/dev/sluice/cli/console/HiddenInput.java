package dev.sluice.cli.console;

import java.util.Optional;

/** Reads a line that the terminal does not echo. */
public interface HiddenInput {
  /** Shows {@code question} and waits; empty when there is no such terminal or it was closed. */
  Optional<char[]> read(String question);

  /** The process's own terminal, which Java only finds while standard output is one too. */
  static HiddenInput ofTerminal() {
    return question ->
        Optional.ofNullable(System.console()).map(console -> console.readPassword("%s", question));
  }
}
