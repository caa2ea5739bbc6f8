package dev.sluice.state.store;

/** Whose version of an object counts from now on, where both sides changed it. */
public enum Take {
  /** The peer's. */
  INCOMING("incoming"),
  /** This side's; it goes back to the peer as an update. */
  MINE("mine");

  private final String word;

  Take(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
