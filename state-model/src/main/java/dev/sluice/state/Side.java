package dev.sluice.state;

/** One of the two sides of the gap. */
public enum Side {
  /** Reachable by researchers; holds mock data only. */
  LOW("low"),
  /** Air-gapped; holds the private data. */
  HIGH("high");

  private final String word;

  Side(String word) {
    this.word = word;
  }

  public Side other() {
    return this == LOW ? HIGH : LOW;
  }

  @Override
  public String toString() {
    return word;
  }
}
