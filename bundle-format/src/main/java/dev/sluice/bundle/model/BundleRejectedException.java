package dev.sluice.bundle.model;

/**
 * A bundle was refused; nothing of it was used.
 *
 * <p>The message is a plain sentence. {@link #subject} is the file or field it is about and may
 * hold untrusted text.
 */
public final class BundleRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;
  private final String subject;

  public BundleRejectedException(RejectionReason reason, String subject, String sentence) {
    super(sentence);
    this.reason = reason;
    this.subject = subject;
  }

  public RejectionReason reason() {
    return reason;
  }

  /** Name of the file or field; untrusted text. */
  public String subject() {
    return subject;
  }
}
