package dev.sluice.bundle.age;

import dev.sluice.bundle.crypto.RefusedKeyException;
import dev.sluice.canonical.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The public key that a payload is encrypted to. Equal when the text is equal. */
public final class AgeRecipient {
  private final AgeSuite suite;
  private final byte[] publicKey;
  private final String text;

  AgeRecipient(AgeSuite suite, byte[] publicKey) {
    this.suite = suite;
    this.publicKey = publicKey;
    this.text = Bech32.encode(suite.recipientPrefix(), publicKey);
  }

  /**
   * Reads {@code age1…} (62 characters) or {@code age1pq1…} (1959), in lower case only.
   *
   * @throws AgeException KEY if {@code text} is anything else or a key to which nothing can be
   *     encrypted safely
   */
  public static AgeRecipient parse(String text) throws AgeException {
    Bech32 decoded = Bech32.decode(text);
    for (AgeSuite suite : AgeSuite.values()) {
      if (decoded.prefix().equals(suite.recipientPrefix())) {
        return checked(suite, decoded.data());
      }
    }
    throw new AgeException(AgeException.Reason.KEY, "this is not the text of a recipient");
  }

  private static AgeRecipient checked(AgeSuite suite, byte[] publicKey) throws AgeException {
    try {
      suite.wrap().check(publicKey);
      return new AgeRecipient(suite, publicKey);
    } catch (RefusedKeyException e) {
      throw new AgeException(AgeException.Reason.KEY, "unusable recipient: " + e.getMessage());
    }
  }

  public AgeSuite suite() {
    return suite;
  }

  /** SHA-256 of the text in ASCII without a line end: {@code printf %s … | sha256sum}. */
  public Digest fingerprint() {
    return Digest.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  Stanza wrap(FileKey key, SecureRandom random) {
    try {
      return suite.wrap().wrap(key, publicKey, random);
    } catch (RefusedKeyException e) {
      throw new IllegalStateException("a recipient is checked when it is made", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgeRecipient that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
