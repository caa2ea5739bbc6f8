package dev.sluice.bundle.age;

import dev.sluice.bundle.crypto.Hkdf;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The 16 random bytes that every stanza of one file wraps, and what is derived from them. */
final class FileKey {
  static final int LENGTH = 16;

  /** Length of a file key that {@link #wrappedUnder} has sealed. */
  static final int WRAPPED_LENGTH = LENGTH + ChaChaPoly.TAG_LENGTH;

  private static final byte[] NO_SALT = new byte[0];

  private final byte[] bytes;

  private FileKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static FileKey random(SecureRandom random) {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new FileKey(bytes);
  }

  /** Takes over what a stanza gave up. */
  static FileKey of(byte[] bytes) throws AgeException {
    if (bytes.length != LENGTH) {
      throw new AgeException(AgeException.Reason.HEADER, "a file key does not have 16 bytes");
    }
    return new FileKey(bytes.clone());
  }

  /** Unwraps {@code body}, which was sealed with a key that serves this purpose only. */
  static Optional<FileKey> unwrap(byte[] wrapKey, byte[] body) {
    return ChaChaPoly.openOnce(wrapKey, body).map(FileKey::new);
  }

  byte[] wrappedUnder(byte[] wrapKey) {
    return ChaChaPoly.sealOnce(wrapKey, bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** HMAC-SHA-256 over the header up to and including its three dashes. */
  byte[] headerMac(byte[] header) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256", "SunJCE");
      mac.init(new SecretKeySpec(Hkdf.sha256(bytes, NO_SALT, "header"), "HmacSHA256"));
      return mac.doFinal(header);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  ChaChaPoly payloadCipher(byte[] nonce) {
    return new ChaChaPoly(Hkdf.sha256(bytes, nonce, "payload"));
  }
}
