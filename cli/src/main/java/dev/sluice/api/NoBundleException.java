package dev.sluice.api;

import java.nio.file.Path;

/** There is no bundle where one was looked for. */
public final class NoBundleException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable words for scripts. */
  public enum Reason {
    /** There is no such folder; perhaps the medium is not plugged in. */
    NO_FOLDER("there is no folder "),
    /** It is a medium on which no export has come to its end. */
    NONE_FINISHED("there is no finished bundle in ");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  NoBundleException(Reason reason, Path path) {
    super(reason.sentence + path);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
