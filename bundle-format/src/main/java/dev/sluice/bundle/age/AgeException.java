package dev.sluice.bundle.age;

import java.io.IOException;

/**
 * An age file, key or passphrase that is refused.
 *
 * <p>The message is a plain sentence for the person at the keyboard. It never holds key bytes or
 * anything that was read but not yet authenticated.
 */
public final class AgeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why, in the order in which a reader finds out. */
  public enum Reason {
    /** A recipient, an identity or a passphrase is not usable. */
    KEY,
    /** The header breaks the grammar, a limit or the rules of a stanza type. */
    HEADER,
    /** The header is well formed, but not what the policy allows. */
    STANZA_POLICY,
    /** No identity opens any of the stanzas. */
    NO_MATCH,
    /** The passphrase is not the one, or the stanza was altered; nothing can tell these apart. */
    WRONG_PASSPHRASE,
    /** The file key was found, but the header was altered. */
    HMAC,
    /** The payload was altered, cut short or extended. */
    PAYLOAD
  }

  AgeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
