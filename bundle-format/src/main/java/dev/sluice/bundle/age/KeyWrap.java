package dev.sluice.bundle.age;

import dev.sluice.bundle.crypto.RefusedKeyException;
import java.security.SecureRandom;
import java.util.Optional;

/** How one type of key pair wraps a file key in a stanza. */
sealed interface KeyWrap permits X25519Wrap, HybridWrap {
  byte[] generateSecret(SecureRandom random);

  byte[] publicKey(byte[] secret);

  /** Refuses a public key of wrong length or to which nothing can be encrypted safely. */
  void check(byte[] publicKey) throws RefusedKeyException;

  Stanza wrap(FileKey key, byte[] publicKey, SecureRandom random) throws RefusedKeyException;

  /**
   * The file key, or empty if {@code stanza} is of another type or for another key.
   *
   * @throws AgeException HEADER if it is of this type and malformed
   */
  Optional<FileKey> unwrap(Stanza stanza, byte[] secret) throws AgeException;
}
