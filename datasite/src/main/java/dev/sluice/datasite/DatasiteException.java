package dev.sluice.datasite;

/** An action that a side does not take. Nothing was changed. */
public final class DatasiteException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable words for scripts. */
  public enum Reason {
    /** Only the other side can do this. */
    WRONG_SIDE,
    NOT_FOUND,
    /** What was named is more than one thing. */
    AMBIGUOUS,
    ALREADY_THERE,
    /** A name or another text that cannot be kept or carried. */
    UNFIT_TEXT,
    /** A file that cannot be read, is too large or of an unknown format. */
    UNFIT_FILE,
    /** What would travel looks as if a key, token or password stood in it. */
    SECRET_FOUND,
    /** The request was withdrawn, rejected or approved before. */
    NOT_OPEN,
    /** The private data that the code needs are not here. */
    MISSING_DATA,
    /** The code was not executed; the sentence says what is missing. */
    CANNOT_START,
    /** The run was stopped; nothing of it is kept. */
    CANCELLED,
    /** The object holds nothing that could be shared. */
    NOTHING_TO_SHARE,
    /** It has left this side, or is on its way, and cannot be withheld any more. */
    ALREADY_SENT,
    /** It belongs to another person. */
    NOT_YOURS,
    /** The data live on the high side and have not been released. */
    WITHHELD,
    /** The data could be read here once; the data owner took that back. */
    REVOKED
  }

  private final Reason reason;

  /**
   * @param sentence one sentence in plain words, without a capital and a full stop; it may hold
   *     untrusted text
   */
  DatasiteException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
