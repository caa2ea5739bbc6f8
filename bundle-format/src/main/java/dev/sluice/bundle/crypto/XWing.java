package dev.sluice.bundle.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * Single-message HPKE (RFC 9180, base mode, empty aad) to a hybrid of ML-KEM-768 and X25519: KEM
 * 0x647a (X-Wing), HKDF-SHA-256, ChaCha20-Poly1305.
 *
 * <p>It stays secret as long as one of the two halves does.
 */
public final class XWing {
  /** Length in bytes of a secret, which is the seed of both halves. */
  public static final int SECRET_LENGTH = 32;

  /** Length in bytes of a public key. */
  public static final int PUBLIC_LENGTH = 1216;

  /** Length in bytes of the encapsulation that travels beside a sealed message. */
  public static final int ENCAPSULATION_LENGTH = 1120;

  private static final int ENCAPSULATION_RANDOMNESS = 64;
  private static final byte[] NO_AAD = new byte[0];

  private XWing() {}

  /** What a sender hands over: {@code ciphertext} is 16 bytes longer than the message. */
  public static final class Sealed {
    private final byte[] encapsulation;
    private final byte[] ciphertext;

    private Sealed(byte[] encapsulation, byte[] ciphertext) {
      this.encapsulation = encapsulation;
      this.ciphertext = ciphertext;
    }

    public byte[] encapsulation() {
      return encapsulation.clone();
    }

    public byte[] ciphertext() {
      return ciphertext.clone();
    }
  }

  public static byte[] generateSecret(SecureRandom random) {
    var secret = new byte[SECRET_LENGTH];
    random.nextBytes(secret);
    return secret;
  }

  public static byte[] publicKey(byte[] secret) {
    return hpke().serializePublicKey(keyPair(secret).getPublic());
  }

  /** Refuses bytes that are not a usable key: wrong length, out of range or of low order. */
  public static void check(byte[] publicKey) throws RefusedKeyException {
    parse(publicKey);
  }

  /** Seals {@code message} to {@code publicKey}; {@code info} is the ASCII label of the use. */
  public static Sealed seal(byte[] publicKey, String info, byte[] message, SecureRandom random)
      throws RefusedKeyException {
    AsymmetricKeyParameter recipient = parse(publicKey);
    var randomness = new byte[ENCAPSULATION_RANDOMNESS];
    random.nextBytes(randomness);
    try {
      HPKEContextWithEncapsulation context = hpke().setupBaseS(recipient, ascii(info), randomness);
      return new Sealed(context.getEncapsulation(), context.seal(NO_AAD, message));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing checks no tag", e);
    }
  }

  /**
   * The message, or empty if it was sealed to another key or changed on the way.
   *
   * @throws RefusedKeyException if the X25519 half of {@code encapsulation} has low order
   */
  public static Optional<byte[]> open(
      byte[] secret, String info, byte[] encapsulation, byte[] ciphertext)
      throws RefusedKeyException {
    if (encapsulation.length != ENCAPSULATION_LENGTH) {
      throw new IllegalArgumentException("an X-Wing encapsulation has 1120 bytes");
    }
    HPKEContext context = receive(secret, info, encapsulation);
    try {
      return Optional.of(context.open(NO_AAD, ciphertext));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }

  private static HPKEContext receive(byte[] secret, String info, byte[] encapsulation)
      throws RefusedKeyException {
    AsymmetricCipherKeyPair keys = keyPair(secret);
    try {
      return hpke().setupBaseR(encapsulation, keys, ascii(info));
    } catch (IllegalStateException e) {
      throw new RefusedKeyException("the X25519 half of an encapsulation has low order");
    }
  }

  private static AsymmetricKeyParameter parse(byte[] publicKey) throws RefusedKeyException {
    if (publicKey.length != PUBLIC_LENGTH) {
      throw new RefusedKeyException("an X-Wing public key has 1216 bytes");
    }
    X25519.check(Arrays.copyOfRange(publicKey, PUBLIC_LENGTH - X25519.LENGTH, PUBLIC_LENGTH));
    try {
      return hpke().deserializePublicKey(publicKey);
    } catch (IllegalArgumentException e) {
      throw new RefusedKeyException("the ML-KEM-768 half of a public key is out of range");
    }
  }

  private static AsymmetricCipherKeyPair keyPair(byte[] secret) {
    if (secret.length != SECRET_LENGTH) {
      throw new IllegalArgumentException("an X-Wing secret has 32 bytes, not " + secret.length);
    }
    return hpke().deserializePrivateKey(secret, null);
  }

  private static HPKE hpke() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
  }

  private static byte[] ascii(String label) {
    return label.getBytes(StandardCharsets.US_ASCII);
  }
}
