package dev.sluice.bundle.pairing;

/** A card or pairing file that cannot be used; nothing was changed. */
public final class PairingException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** Not a card or pairing file of this version. */
    FORM,
    /** A signature in the file is missing where it has to be, or is wrong. */
    SIGNATURE_INVALID,
    /** Both cards are of the same side, or the file names neither of our sides. */
    WRONG_SIDE,
    /** Our own card in the file is not the one we handed out. */
    CARD_CHANGED,
    /** Does not take the place of the pairing that is in force. */
    NOT_A_SUCCESSOR
  }

  private final Reason reason;

  public PairingException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
