package dev.sluice.cli.site;

/** The site's key could not sign a decision; the cause says why. Nothing was written. */
public final class SealBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBrokenException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
