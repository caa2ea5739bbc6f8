package dev.sluice.bundle.age;

import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whose ChaCha20-Poly1305 seals and opens long payloads: Conscrypt's if it is on the class path and
 * gives the same bytes as the JDK, else the JDK's. On Java 17 Conscrypt is about seven times as
 * fast. It is asked for by name and never registered for the rest of the process.
 */
public final class AgeCipher {
  private static final String CONSCRYPT = "org.conscrypt.OpenSSLProvider";

  private static final Optional<Provider> ACCELERATOR = find().filter(AgeCipher::agrees);

  private AgeCipher() {}

  /** Name of the provider, for a report about this installation. */
  public static String inUse() {
    return ACCELERATOR.map(Provider::getName).orElse(ChaChaPoly.JDK);
  }

  /** A cipher that is worth its start only for much data. */
  static ChaChaPoly forMuch(byte[] key) {
    return ACCELERATOR.map(provider -> ChaChaPoly.by(provider, key)).orElse(new ChaChaPoly(key));
  }

  private static Optional<Provider> find() {
    try {
      Object found = Class.forName(CONSCRYPT).getDeclaredConstructor().newInstance();
      return Optional.of((Provider) found);
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // not there, or not for this machine
    }
  }

  /** Compares one chunk, and whether a changed one is refused. */
  private static boolean agrees(Provider provider) {
    var key = new byte[32];
    var plain = new byte[Chunks.SIZE];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (i * 31);
      key[i % key.length] ^= plain[i];
    }
    byte[] nonce = Chunks.nonce(7, true);
    try {
      byte[] sealed = seal(ChaChaPoly.by(provider, key), nonce, plain);
      byte[] opened = new byte[plain.length];
      byte[] changed = sealed.clone();
      changed[changed.length - 1] ^= 1;
      return Arrays.equals(sealed, seal(new ChaChaPoly(key), nonce, plain))
          && open(ChaChaPoly.by(provider, key), nonce, sealed, opened)
          && Arrays.equals(plain, opened)
          && !open(ChaChaPoly.by(provider, key), nonce, changed, opened);
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  private static byte[] seal(ChaChaPoly cipher, byte[] nonce, byte[] plain) {
    var sealed = new byte[Chunks.SEALED_SIZE];
    cipher.seal(nonce, plain, plain.length, sealed);
    return sealed;
  }

  private static boolean open(ChaChaPoly cipher, byte[] nonce, byte[] sealed, byte[] to) {
    return cipher.open(nonce, sealed, sealed.length, to);
  }
}
