package dev.sluice.bundle.crypto;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Pure Ed25519 signatures (RFC 8032 section 5.1) over raw key bytes.
 *
 * <p>Public keys are believed only when they are canonically encoded points of the prime-order
 * group. Keys of small or mixed order are refused: under them one signature can fit many messages.
 */
public final class Ed25519 {
  /** Length of the secret seed in bytes. */
  public static final int SEED_LENGTH = Ed25519PrivateKeyParameters.KEY_SIZE;

  /** Length of a public key in bytes. */
  public static final int PUBLIC_KEY_LENGTH = Ed25519PublicKeyParameters.KEY_SIZE;

  /** Length of a signature in bytes. */
  public static final int SIGNATURE_LENGTH = Ed25519PrivateKeyParameters.SIGNATURE_SIZE;

  private Ed25519() {}

  /** A fresh secret seed. */
  public static byte[] generateSeed(SecureRandom random) {
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return seed;
  }

  /** The public key that belongs to {@code seed}. */
  public static byte[] publicKey(byte[] seed) {
    return secret(seed).generatePublicKey().getEncoded();
  }

  /** Whether {@code key} is the one encoding of a point of the prime-order group. */
  public static boolean isPublicKey(byte[] key) {
    return key.length == PUBLIC_KEY_LENGTH
        && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(key, 0);
  }

  /** Signs {@code message}; the same seed and message always give the same signature. */
  public static byte[] sign(byte[] seed, byte[] message) {
    var signer = new Ed25519Signer();
    signer.init(true, secret(seed));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  /**
   * Whether {@code signature} was made over {@code message} by the owner of {@code publicKey};
   * false for anything malformed, for a scalar outside its range and for keys that {@link
   * #isPublicKey} refuses.
   */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH || !isPublicKey(publicKey)) {
      return false;
    }
    var verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  private static Ed25519PrivateKeyParameters secret(byte[] seed) {
    return new Ed25519PrivateKeyParameters(seed);
  }
}
