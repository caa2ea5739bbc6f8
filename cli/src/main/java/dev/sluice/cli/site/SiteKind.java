package dev.sluice.cli.site;

import dev.sluice.bundle.model.Direction;
import dev.sluice.state.Side;
import java.util.Optional;

/** What a site is for. */
public enum SiteKind {
  LOW("low", Side.LOW),
  HIGH("high", Side.HIGH),
  /** Verifies bundles between the two sides; holds no secret key and no state. */
  GUARD("guard", null);

  private final String word;
  private final Side side;

  SiteKind(String word, Side side) {
    this.word = word;
    this.side = side;
  }

  /** The side, unless this is a guard. */
  public Optional<Side> side() {
    return Optional.ofNullable(side);
  }

  /** The direction in which a site of this kind sends, unless it is a guard. */
  public Optional<Direction> sends() {
    return side().map(own -> Direction.from(own.toString()));
  }

  @Override
  public String toString() {
    return word;
  }
}
