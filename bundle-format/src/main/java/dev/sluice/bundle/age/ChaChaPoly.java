package dev.sluice.bundle.age;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * ChaCha20-Poly1305 without associated data (RFC 8439) under one key, by the JDK's own provider
 * unless another is named.
 *
 * <p>Not safe for use by several threads. No two calls of {@link #seal} may share a nonce.
 */
final class ChaChaPoly {
  static final int NONCE_LENGTH = 12;
  static final int TAG_LENGTH = 16;

  /** Name of the JDK's provider. */
  static final String JDK = "SunJCE";

  private static final String ALGORITHM = "ChaCha20-Poly1305";

  private final Cipher cipher;
  private final SecretKeySpec key;

  ChaChaPoly(byte[] key) {
    this(byJdk(), key);
  }

  private ChaChaPoly(Cipher cipher, byte[] key) {
    this.cipher = cipher;
    this.key = new SecretKeySpec(key, "ChaCha20");
  }

  static ChaChaPoly by(Provider provider, byte[] key) {
    try {
      return new ChaChaPoly(Cipher.getInstance(ALGORITHM, provider), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(provider.getName() + " has no " + ALGORITHM, e);
    }
  }

  private static Cipher byJdk() {
    try {
      return Cipher.getInstance(ALGORITHM, JDK);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 11 has " + ALGORITHM, e);
    }
  }

  /** Another one under the same key, for a thread that has much to do. */
  ChaChaPoly twin() {
    return AgeCipher.forMuch(key.getEncoded());
  }

  /** Encrypts the first {@code length} bytes of {@code plain}; returns how many {@code to} got. */
  int seal(byte[] nonce, byte[] plain, int length, byte[] to) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
      return cipher.doFinal(plain, 0, length, to, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305 refused to encrypt", e);
    }
  }

  /**
   * Decrypts the first {@code length} bytes of {@code sealed}, tag included, to another array.
   *
   * @return whether the tag is right; if not, what {@code to} holds must not be used
   */
  boolean open(byte[] nonce, byte[] sealed, int length, byte[] to) {
    if (length < TAG_LENGTH) {
      return false;
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(nonce));
      cipher.doFinal(sealed, 0, length, to, 0);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305 refused to decrypt", e);
    }
  }

  /** Encrypts the one message that {@code key} is ever used for, hence with a zero nonce. */
  static byte[] sealOnce(byte[] key, byte[] plain) {
    var sealed = new byte[plain.length + TAG_LENGTH];
    new ChaChaPoly(key).seal(new byte[NONCE_LENGTH], plain, plain.length, sealed);
    return sealed;
  }

  /** Opens what {@link #sealOnce} made; empty if the key is another one or a byte was changed. */
  static Optional<byte[]> openOnce(byte[] key, byte[] sealed) {
    var plain = new byte[Math.max(0, sealed.length - TAG_LENGTH)];
    var cipher = new ChaChaPoly(key);
    boolean right = cipher.open(new byte[NONCE_LENGTH], sealed, sealed.length, plain);
    return right ? Optional.of(plain) : Optional.empty();
  }
}
