package dev.sluice.bundle.ssh;

import dev.sluice.bundle.crypto.CompositeSignature;
import java.security.SecureRandom;

/**
 * An {@code ssh-mldsa44-ed25519} key that can sign. Its signatures stand beside those of a signing
 * key, never in their place: OpenSSH knows the type from 10.6 on.
 */
public final class CompositeKey implements Signer {
  private final byte[] seeds;
  private final SshPublicKey publicKey;
  private final SecureRandom random;

  private CompositeKey(byte[] seeds, SecureRandom random) {
    this.seeds = seeds;
    this.publicKey = SshPublicKey.ofCompositeSeeds(seeds);
    this.random = random;
  }

  /** A fresh key. */
  public static CompositeKey generate(SecureRandom random) {
    return new CompositeKey(CompositeSignature.generateSeeds(random), random);
  }

  /**
   * Reads an unencrypted {@code openssh-key-v1} file, like {@link SigningKey#parse}.
   *
   * @param random hedges the signatures
   */
  public static CompositeKey parse(byte[] file, SecureRandom random) throws SshException {
    KeyFile content = KeyFile.read(file, KeyType.COMPOSITE);
    var key = new CompositeKey(content.secret(), random);
    content.requireThat(key.publicKey, key.seeds);
    return key;
  }

  /** The key as an unencrypted {@code openssh-key-v1} file. Whoever holds it can sign. */
  public byte[] revealKeyFile() {
    return new KeyFile(publicKey, seeds).bytes();
  }

  @Override
  public SshPublicKey publicKey() {
    return publicKey;
  }

  @Override
  public SshSignature sign(Namespace namespace, byte[] message) {
    byte[] signed = SshSignature.signedBytes(namespace, SignedHash.SHA512, message);
    byte[] value = CompositeSignature.sign(seeds, signed, random);
    return new SshSignature(
        publicKey, namespace, SignedHash.SHA512, SignatureValue.of(KeyType.COMPOSITE, value));
  }

  /** The public key's fingerprint; nothing secret. */
  @Override
  public String toString() {
    return "composite key " + publicKey.fingerprint();
  }
}
