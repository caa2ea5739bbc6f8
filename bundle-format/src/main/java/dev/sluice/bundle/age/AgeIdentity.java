package dev.sluice.bundle.age;

import java.security.SecureRandom;
import java.util.Optional;

/** The secret key that opens what was encrypted to its {@link #recipient}. */
public final class AgeIdentity {
  private static final int SECRET_LENGTH = 32;

  private final byte[] secret;
  private final AgeRecipient recipient;

  private AgeIdentity(AgeSuite suite, byte[] secret) {
    this.secret = secret;
    this.recipient = new AgeRecipient(suite, suite.wrap().publicKey(secret));
  }

  public static AgeIdentity generate(AgeSuite suite, SecureRandom random) {
    return new AgeIdentity(suite, suite.wrap().generateSecret(random));
  }

  /**
   * Reads {@code AGE-SECRET-KEY-1…} or {@code AGE-SECRET-KEY-PQ-1…}, in upper case only.
   *
   * @throws AgeException KEY if {@code text} is anything else; the message does not repeat it
   */
  public static AgeIdentity parse(String text) throws AgeException {
    Bech32 decoded = Bech32.decode(text);
    for (AgeSuite suite : AgeSuite.values()) {
      if (decoded.prefix().equals(suite.identityPrefix())) {
        return ofLength(suite, decoded.data());
      }
    }
    throw new AgeException(AgeException.Reason.KEY, "this is not the text of an identity");
  }

  private static AgeIdentity ofLength(AgeSuite suite, byte[] secret) throws AgeException {
    if (secret.length != SECRET_LENGTH) {
      throw new AgeException(AgeException.Reason.KEY, "an identity does not have 32 bytes");
    }
    return new AgeIdentity(suite, secret);
  }

  public AgeRecipient recipient() {
    return recipient;
  }

  /** The text that {@link #parse} reads: whoever sees it can open everything. */
  public String revealSecret() {
    return Bech32.encode(recipient.suite().identityPrefix(), secret);
  }

  Optional<FileKey> unwrap(Stanza stanza) throws AgeException {
    return recipient.suite().wrap().unwrap(stanza, secret);
  }

  /** Names the public half only. */
  @Override
  public String toString() {
    return "identity of " + recipient.fingerprint();
  }
}
