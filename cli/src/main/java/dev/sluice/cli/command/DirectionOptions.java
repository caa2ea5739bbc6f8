package dev.sluice.cli.command;

import dev.sluice.state.store.Direction;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which way that travels which a command is about. */
final class DirectionOptions {
  @Option(names = "--incoming", description = "Only what came in.")
  private boolean incoming;

  @Option(names = "--outgoing", description = "Only what goes out.")
  private boolean outgoing;

  /** The direction, unless neither or both were said. */
  Optional<Direction> chosen() {
    if (incoming == outgoing) {
      return Optional.empty();
    }
    return Optional.of(incoming ? Direction.IN : Direction.OUT);
  }
}
