package dev.sluice.exporter.media;

/** A medium, or the disk that bundles are sealed on, failed. */
public final class MediaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Reason {
    /** Not there, or not to be written to. */
    UNUSABLE,
    /** Less room than is needed. */
    FULL,
    /** The folder cannot be written to. */
    READ_ONLY,
    /** An input or output error; the stick may be gone. */
    IO,
    /** What was read back differs from what was written. */
    READ_BACK
  }

  /** How far the export had come. */
  public enum Stage {
    /** Nothing was released and nothing written. */
    BEFORE,
    /** The batches are released; no bundle was sealed. */
    RELEASED,
    /** The bundle is sealed and kept at the site; its writing can be gone on with. */
    SEALED
  }

  private final Reason reason;
  private Stage stage = Stage.BEFORE;
  private long bundle;

  MediaException(Reason reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /** The same, once the export of a bundle of that number had come further. */
  public MediaException after(Stage reached, long number) {
    stage = reached;
    bundle = number;
    return this;
  }

  public Reason reason() {
    return reason;
  }

  public Stage stage() {
    return stage;
  }

  /** The bundle's number, or 0 before one was given. */
  public long bundle() {
    return bundle;
  }
}
