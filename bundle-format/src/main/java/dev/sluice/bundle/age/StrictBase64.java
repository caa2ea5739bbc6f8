package dev.sluice.bundle.age;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 without padding, canonical (RFC 4648 sections 3.2 and 3.5).
 *
 * <p>The JDK's decoder takes padding and stray bits in the last character; here, what is read must
 * be what would be written.
 */
final class StrictBase64 {
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** The bytes, or empty if {@code text} is not their one encoding. */
  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
