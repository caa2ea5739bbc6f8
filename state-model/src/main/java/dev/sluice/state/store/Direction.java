package dev.sluice.state.store;

/** Which way something travels, seen from this site. */
public enum Direction {
  IN("in"),
  OUT("out");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
