package dev.sluice.state.store;

/** Bytes that were offered as a blob are not the ones that were announced. Nothing is kept. */
public final class BlobRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    TOO_LONG("too-long"),
    WRONG_LENGTH("wrong-length"),
    WRONG_DIGEST("wrong-digest");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private final Reason reason;

  BlobRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
