package dev.sluice.canonical;

/**
 * Bytes or text that are not the one legal encoding of a value, or that exceed a limit.
 *
 * <p>The message names the rule and the place, never the offending content.
 */
public final class NotCanonicalException extends Exception {
  private static final long serialVersionUID = 1L;

  public NotCanonicalException(String rule) {
    super(rule);
  }
}
