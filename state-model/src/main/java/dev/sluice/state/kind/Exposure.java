package dev.sluice.state.kind;

/** How far a field or part may travel. */
public enum Exposure {
  /** Travels with its object. */
  SHARED("shared"),
  /** Travels only when a person has released exactly this content. */
  PRIVATE("private"),
  /** Never travels; no decision can release it. */
  LOCAL("local");

  private final String word;

  Exposure(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
