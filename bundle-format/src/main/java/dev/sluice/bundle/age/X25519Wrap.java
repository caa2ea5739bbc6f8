package dev.sluice.bundle.age;

import dev.sluice.bundle.crypto.Hkdf;
import dev.sluice.bundle.crypto.RefusedKeyException;
import dev.sluice.bundle.crypto.X25519;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The X25519 stanza: an ephemeral share as its argument. */
final class X25519Wrap implements KeyWrap {
  private static final String TYPE = AgeSuite.X25519.toString();
  private static final String LABEL = "age-encryption.org/v1/X25519";

  @Override
  public byte[] generateSecret(SecureRandom random) {
    return X25519.generateSecret(random);
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    return X25519.publicKey(secret);
  }

  @Override
  public void check(byte[] publicKey) throws RefusedKeyException {
    X25519.check(publicKey);
  }

  @Override
  public Stanza wrap(FileKey key, byte[] publicKey, SecureRandom random)
      throws RefusedKeyException {
    byte[] ephemeral = X25519.generateSecret(random);
    byte[] share = X25519.publicKey(ephemeral);
    byte[] wrapKey = wrapKey(X25519.agree(ephemeral, publicKey), share, publicKey);
    return new Stanza(TYPE, List.of(StrictBase64.encode(share)), key.wrappedUnder(wrapKey));
  }

  @Override
  public Optional<FileKey> unwrap(Stanza stanza, byte[] secret) throws AgeException {
    if (!stanza.type().equals(TYPE)) {
      return Optional.empty();
    }
    byte[] share = stanza.onlyArgument(X25519.LENGTH);
    byte[] body = stanza.wrappedFileKey();
    try {
      byte[] agreement = X25519.agree(secret, share);
      return FileKey.unwrap(wrapKey(agreement, share, publicKey(secret)), body);
    } catch (RefusedKeyException e) {
      throw stanza.refused("has a share of low order");
    }
  }

  private static byte[] wrapKey(byte[] agreement, byte[] share, byte[] publicKey) {
    byte[] salt = Arrays.copyOf(share, 2 * X25519.LENGTH);
    System.arraycopy(publicKey, 0, salt, X25519.LENGTH, X25519.LENGTH);
    return Hkdf.sha256(agreement, salt, LABEL);
  }
}
