package dev.sluice.bundle.crypto;

import java.security.SecureRandom;

/** Key agreement on Curve25519 (RFC 7748). Keys, shares and results are 32 bytes. */
public final class X25519 {
  /** Length in bytes of a secret, a public key and an agreement. */
  public static final int LENGTH = 32;

  /** Any scalar does: low order means that every clamped scalar gives zero. */
  private static final byte[] PROBE = new byte[LENGTH];

  private X25519() {}

  public static byte[] generateSecret(SecureRandom random) {
    var secret = new byte[LENGTH];
    random.nextBytes(secret);
    return secret;
  }

  public static byte[] publicKey(byte[] secret) {
    requireLength(secret);
    var result = new byte[LENGTH];
    org.bouncycastle.math.ec.rfc7748.X25519.generatePublicKey(secret, 0, result, 0);
    return result;
  }

  /**
   * The shared point of {@code secret} and the peer's key.
   *
   * @throws RefusedKeyException if the result is all zero (RFC 7748 section 6.1), which only a
   *     low-order {@code peer} gives
   */
  public static byte[] agree(byte[] secret, byte[] peer) throws RefusedKeyException {
    requireLength(secret);
    requireLength(peer);
    var result = new byte[LENGTH];
    if (!org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(
        secret, 0, peer, 0, result, 0)) {
      throw new RefusedKeyException("an X25519 key has low order");
    }
    return result;
  }

  /** Refuses bytes that are not a usable key: wrong length, or every agreement all zero. */
  public static void check(byte[] publicKey) throws RefusedKeyException {
    if (publicKey.length != LENGTH) {
      throw new RefusedKeyException("an X25519 public key has 32 bytes");
    }
    agree(PROBE, publicKey);
  }

  private static void requireLength(byte[] key) {
    if (key.length != LENGTH) {
      throw new IllegalArgumentException("an X25519 key has 32 bytes, not " + key.length);
    }
  }
}
