package dev.sluice.state.kind;

/** A declaration of a kind that cannot stand beside the others. */
public final class KindDeclarationException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    /** Not the JSON that a declaration is, or words that have no meaning in it. */
    MALFORMED,
    DUPLICATE_NAME,
    DUPLICATE_PREFIX,
    /** A reference to a kind that nobody declares. */
    UNKNOWN_TARGET,
    /** No batch would ever hold an object of this kind. */
    NEVER_TRAVELS
  }

  private final Reason reason;

  KindDeclarationException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
