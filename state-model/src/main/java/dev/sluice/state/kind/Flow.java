package dev.sluice.state.kind;

import dev.sluice.state.Side;

/** From which side to which objects of a kind may travel. */
public enum Flow {
  BOTH("both"),
  LOW_TO_HIGH("low-to-high"),
  HIGH_TO_LOW("high-to-low");

  private final String word;

  Flow(String word) {
    this.word = word;
  }

  /** Whether an object may leave {@code origin}. */
  public boolean allowsFrom(Side origin) {
    return this == BOTH || this == (origin == Side.LOW ? LOW_TO_HIGH : HIGH_TO_LOW);
  }

  @Override
  public String toString() {
    return word;
  }
}
