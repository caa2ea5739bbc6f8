package dev.sluice.bundle;

/** A bundle that every reader would refuse for its size; it was not sealed, nothing was written. */
public final class BundleTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which bound it breaks. */
  public enum Reason {
    /** More volumes, or more pieces of one blob, than a bundle may have: larger volumes help. */
    VOLUMES,
    /** More entries than a bundle may list. */
    ENTRIES,
    /** A table of contents that is too long. */
    CONTENTS
  }

  private final Reason reason;

  BundleTooLargeException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
