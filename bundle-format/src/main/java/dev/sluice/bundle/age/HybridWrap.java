package dev.sluice.bundle.age;

import dev.sluice.bundle.crypto.RefusedKeyException;
import dev.sluice.bundle.crypto.XWing;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** The mlkem768x25519 stanza: an HPKE encapsulation as its argument. */
final class HybridWrap implements KeyWrap {
  private static final String TYPE = AgeSuite.MLKEM768X25519.toString();
  private static final String LABEL = "age-encryption.org/mlkem768x25519";

  @Override
  public byte[] generateSecret(SecureRandom random) {
    return XWing.generateSecret(random);
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    return XWing.publicKey(secret);
  }

  @Override
  public void check(byte[] publicKey) throws RefusedKeyException {
    XWing.check(publicKey);
  }

  @Override
  public Stanza wrap(FileKey key, byte[] publicKey, SecureRandom random)
      throws RefusedKeyException {
    XWing.Sealed sealed = XWing.seal(publicKey, LABEL, key.bytes(), random);
    return new Stanza(
        TYPE, List.of(StrictBase64.encode(sealed.encapsulation())), sealed.ciphertext());
  }

  @Override
  public Optional<FileKey> unwrap(Stanza stanza, byte[] secret) throws AgeException {
    if (!stanza.type().equals(TYPE)) {
      return Optional.empty();
    }
    byte[] encapsulation = stanza.onlyArgument(XWing.ENCAPSULATION_LENGTH);
    byte[] body = stanza.wrappedFileKey();
    try {
      Optional<byte[]> key = XWing.open(secret, LABEL, encapsulation, body);
      return key.isPresent() ? Optional.of(FileKey.of(key.get())) : Optional.empty();
    } catch (RefusedKeyException e) {
      throw stanza.refused("has an encapsulation of low order");
    }
  }
}
