package dev.sluice.bundle.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF with SHA-256 (RFC 5869). */
public final class Hkdf {
  /** Length in bytes of what {@link #sha256} derives: the key of a ChaCha20 or an HMAC. */
  public static final int LENGTH = 32;

  private Hkdf() {}

  /**
   * Extracts and expands 32 bytes.
   *
   * @param salt may be empty, which RFC 5869 makes equal to no salt
   * @param info the ASCII label that separates this use of {@code secret} from every other
   */
  public static byte[] sha256(byte[] secret, byte[] salt, String info) {
    return sha256(secret, salt, info.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] sha256(byte[] secret, byte[] salt, byte[] info) {
    var generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
    generator.init(new HKDFParameters(secret, salt, info));
    var result = new byte[LENGTH];
    generator.generateBytes(result, 0, LENGTH);
    return result;
  }
}
