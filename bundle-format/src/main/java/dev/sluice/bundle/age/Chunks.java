package dev.sluice.bundle.age;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** How a payload is cut: the sizes, the nonces and the arithmetic of the STREAM construction. */
final class Chunks {
  /** Plaintext bytes in every chunk but the last. */
  static final int SIZE = 64 * 1024;

  /** Bytes of a full chunk in the file. */
  static final int SEALED_SIZE = SIZE + ChaChaPoly.TAG_LENGTH;

  /** Bytes between the header and the first chunk. */
  static final int PAYLOAD_NONCE_LENGTH = 16;

  private Chunks() {}

  /** The nonce of chunk {@code index}: an 11-byte big-endian counter, then 1 on the last chunk. */
  static byte[] nonce(long index, boolean last) {
    return ByteBuffer.allocate(ChaChaPoly.NONCE_LENGTH)
        .putLong(3, index)
        .put(ChaChaPoly.NONCE_LENGTH - 1, (byte) (last ? 1 : 0))
        .array();
  }

  /** Bytes of all chunks of {@code plainLength} bytes; an empty payload has one empty chunk. */
  static long sealedLength(long plainLength) {
    if (plainLength < 0) {
      throw new IllegalArgumentException("a length is not negative");
    }
    long chunks = Math.max(1, plainLength / SIZE + (plainLength % SIZE == 0 ? 0 : 1));
    return Math.addExact(plainLength, chunks * ChaChaPoly.TAG_LENGTH);
  }

  /** The inverse of {@link #sealedLength}; empty for a length that no payload has. */
  static OptionalLong plainLength(long sealedLength) {
    if (sealedLength < ChaChaPoly.TAG_LENGTH) {
      return OptionalLong.empty();
    }
    long chunks = sealedLength / SEALED_SIZE + (sealedLength % SEALED_SIZE == 0 ? 0 : 1);
    long plain = sealedLength - chunks * ChaChaPoly.TAG_LENGTH;
    return plain >= 0 && sealedLength(plain) == sealedLength
        ? OptionalLong.of(plain)
        : OptionalLong.empty();
  }
}
