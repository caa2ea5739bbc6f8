package dev.sluice.exporter.media;

/** The medium failed; what lies on it counts as nothing, and the site is as it was. */
public final class MediaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Reason {
    /** Not there, or not to be written to; noticed before anything was released for it. */
    UNUSABLE,
    /** Less room than the bundle needs. */
    FULL,
    /** The folder cannot be written to. */
    READ_ONLY,
    /** An input or output error; the stick may be gone. */
    IO,
    /** What was read back differs from what was written. */
    READ_BACK
  }

  private final Reason reason;

  MediaException(Reason reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
