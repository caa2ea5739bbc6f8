package dev.sluice.bundle.crypto;

import org.bouncycastle.crypto.generators.SCrypt;

/** Password hashing that costs memory (RFC 7914) with r = 8 and p = 1. */
public final class Scrypt {
  private static final int BLOCK_SIZE = 8;
  private static final int PARALLELISM = 1;
  private static final int LENGTH = 32;

  private Scrypt() {}

  /**
   * A 32-byte key from {@code password}.
   *
   * @param logN the work factor as a power of two; the memory needed is 2<sup>logN</sup> KiB
   */
  public static byte[] key(byte[] password, byte[] salt, int logN) {
    return SCrypt.generate(password, salt, 1 << logN, BLOCK_SIZE, PARALLELISM, LENGTH);
  }
}
