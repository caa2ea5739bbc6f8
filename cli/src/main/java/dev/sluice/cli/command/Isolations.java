package dev.sluice.cli.command;

import dev.sluice.datasite.run.Isolation;
import java.util.Optional;
import java.util.stream.Stream;

/** What jobs say about how they were isolated. */
final class Isolations {
  private Isolations() {}

  static Optional<String> sentence(String word) {
    return Stream.of(Isolation.values())
        .filter(isolation -> isolation.name().equalsIgnoreCase(word))
        .map(Isolation::sentence)
        .findFirst();
  }
}
