package dev.sluice.datasite.run;

/** A run that was not started. Nothing of the code was executed. */
public final class RunRefusedException extends Exception {
  /** Why; stable words for scripts. */
  public enum Reason {
    /** A program that the run needs is not on the search path; the message says what to install. */
    INTERPRETER_MISSING,
    /** The file's ending names no language. */
    LANGUAGE_UNKNOWN,
    /** An asset's name could not be a file name everywhere, or there is no asset or too many. */
    ASSETS_UNFIT,
    /** The entry function's name is not an identifier. */
    ENTRY_UNFIT,
    /** An asset or the source is not a file, or a folder to hide is not a folder. */
    FILE_UNFIT
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RunRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
