package dev.sluice.bundle.ssh;

/**
 * A key or signature that is refused.
 *
 * <p>The message names the broken rule, never key bytes or text from the refused file.
 */
public final class SshException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is. */
  public enum Reason {
    /** A public or secret key is not in its one legal form, or of a type that is not supported. */
    KEY_FORMAT,
    /** A key file is protected by a passphrase of OpenSSH's own. */
    KEY_ENCRYPTED,
    /** A signature file is not in its one legal form. */
    SIGNATURE_FORMAT,
    /** A well-formed signature by a trusted key does not fit the message. */
    SIGNATURE_INVALID,
    /** The key that a signature names is not among the trusted ones. */
    UNTRUSTED_SIGNER,
    /** A signature was made for another act. */
    NAMESPACE,
    /** A hardware key signed without the person that has to be at it. */
    NOT_PRESENT
  }

  private final Reason reason;

  SshException(Reason reason, String rule) {
    super(rule);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
