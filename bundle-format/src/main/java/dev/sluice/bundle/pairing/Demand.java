package dev.sluice.bundle.pairing;

/** What a pairing demands of the signatures of both sides, beyond a good one by the card's key. */
public enum Demand {
  /** A second signature over each bundle, by the card's composite key. */
  COMPOSITE("composite"),
  /** Hardware keys verify the person at them, by PIN or finger; a touch they need in any case. */
  USER_VERIFICATION("user-verification");

  private final String word;

  Demand(String word) {
    this.word = word;
  }

  /** The word in the pairing. */
  @Override
  public String toString() {
    return word;
  }
}
