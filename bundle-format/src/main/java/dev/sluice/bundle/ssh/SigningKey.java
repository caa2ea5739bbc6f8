package dev.sluice.bundle.ssh;

import dev.sluice.bundle.crypto.Ed25519;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * An {@code ssh-ed25519} key that can sign.
 *
 * <p>{@link #destroy} wipes the seed that is kept here; copies that the runtime made on the way are
 * beyond its reach. A destroyed key refuses to sign with {@link IllegalStateException}.
 */
public final class SigningKey implements Signer, Destroyable {
  private final byte[] seed;
  private final SshPublicKey publicKey;
  private boolean destroyed;

  /** Takes over {@code seed}. */
  SigningKey(byte[] seed) {
    this.seed = seed;
    this.publicKey = SshPublicKey.ofSeed(seed);
  }

  /** A fresh key. */
  public static SigningKey generate(SecureRandom random) {
    return new SigningKey(Ed25519.generateSeed(random));
  }

  /**
   * Reads an unencrypted {@code openssh-key-v1} file with one key, at most 16 KiB. Its comment is
   * dropped.
   *
   * @throws SshException with {@code KEY_ENCRYPTED} when the file has a passphrase of OpenSSH's
   *     own, otherwise {@code KEY_FORMAT}
   */
  public static SigningKey parse(byte[] file) throws SshException {
    KeyFile content = KeyFile.read(file, KeyType.ED25519);
    var key = new SigningKey(Arrays.copyOf(content.secret(), Ed25519.SEED_LENGTH));
    content.requireThat(key.publicKey, key.secret());
    return key;
  }

  /**
   * The key as an unencrypted {@code openssh-key-v1} file without comment, always the same bytes
   * for the same key. Whoever holds them can sign.
   */
  public synchronized byte[] revealKeyFile() {
    requireSeed();
    return new KeyFile(publicKey, secret()).bytes();
  }

  @Override
  public SshPublicKey publicKey() {
    return publicKey;
  }

  @Override
  public synchronized SshSignature sign(Namespace namespace, byte[] message) {
    requireSeed();
    byte[] signed = SshSignature.signedBytes(namespace, SignedHash.SHA512, message);
    var value = SignatureValue.of(KeyType.ED25519, Ed25519.sign(seed, signed));
    return new SshSignature(publicKey, namespace, SignedHash.SHA512, value);
  }

  @Override
  public synchronized void destroy() {
    Arrays.fill(seed, (byte) 0);
    destroyed = true;
  }

  @Override
  public synchronized boolean isDestroyed() {
    return destroyed;
  }

  /** As a key file has it: the seed, and the point again. */
  private byte[] secret() {
    return new WireWriter().literal(seed).literal(publicKey.material()).toBytes();
  }

  private void requireSeed() {
    if (destroyed) {
      throw new IllegalStateException("the signing key was destroyed");
    }
  }

  /** The public key's fingerprint; nothing secret. */
  @Override
  public String toString() {
    return "signing key " + publicKey.fingerprint();
  }
}
