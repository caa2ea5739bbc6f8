package dev.sluice.bundle.age;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * ChaCha20-Poly1305 without associated data (RFC 8439) under one key, by the JDK's own provider.
 *
 * <p>Not safe for use by several threads. No two calls of {@link #seal} may share a nonce.
 */
final class ChaChaPoly {
  static final int NONCE_LENGTH = 12;
  static final int TAG_LENGTH = 16;

  private final Cipher cipher;
  private final SecretKeySpec key;

  ChaChaPoly(byte[] key) {
    this(new SecretKeySpec(key, "ChaCha20"));
  }

  private ChaChaPoly(SecretKeySpec key) {
    this.key = key;
    try {
      this.cipher = Cipher.getInstance("ChaCha20-Poly1305", "SunJCE");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 11 has ChaCha20-Poly1305", e);
    }
  }

  /** Another one under the same key, for another thread. */
  ChaChaPoly twin() {
    return new ChaChaPoly(key);
  }

  /** Encrypts {@code length} bytes from {@code offset}; returns how many {@code to} got. */
  int seal(byte[] nonce, byte[] plain, int offset, int length, byte[] to, int at) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
      return cipher.doFinal(plain, offset, length, to, at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305 refused to encrypt", e);
    }
  }

  /**
   * Decrypts {@code length} bytes from {@code offset}, tag included, to another array.
   *
   * @return whether the tag is right; if not, what {@code to} holds must not be used
   */
  boolean open(byte[] nonce, byte[] sealed, int offset, int length, byte[] to, int at) {
    if (length < TAG_LENGTH) {
      return false;
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(nonce));
      cipher.doFinal(sealed, offset, length, to, at);
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
    new ChaChaPoly(key).seal(new byte[NONCE_LENGTH], plain, 0, plain.length, sealed, 0);
    return sealed;
  }

  /** Opens what {@link #sealOnce} made; empty if the key is another one or a byte was changed. */
  static Optional<byte[]> openOnce(byte[] key, byte[] sealed) {
    var plain = new byte[Math.max(0, sealed.length - TAG_LENGTH)];
    var cipher = new ChaChaPoly(key);
    boolean right = cipher.open(new byte[NONCE_LENGTH], sealed, 0, sealed.length, plain, 0);
    return right ? Optional.of(plain) : Optional.empty();
  }
}
