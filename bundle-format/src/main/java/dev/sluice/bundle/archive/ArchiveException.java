package dev.sluice.bundle.archive;

import java.io.IOException;

/** A volume that does not unpack to a canonical archive within its declared size. */
public final class ArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** Not the one encoding of an archive. */
    FORM,
    /** More bytes or entries than declared. */
    EXPANSION
  }

  private final Reason reason;

  ArchiveException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
