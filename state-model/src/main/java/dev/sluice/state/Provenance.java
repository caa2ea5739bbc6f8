package dev.sluice.state;

/** Whose batch it is that a feed carries. */
public enum Provenance {
  /** The sender's own: made on its side. */
  SENDER("sender"),
  /** The recipient's: it was lost there in a restore, and the sender gives it back as it came. */
  RETURNED("returned");

  private final String word;

  Provenance(String word) {
    this.word = word;
  }

  /** The side on which a batch was made that came from {@code sender}. */
  public Side madeOn(Side sender) {
    return this == SENDER ? sender : sender.other();
  }

  @Override
  public String toString() {
    return word;
  }
}
