package dev.sluice.bundle.ssh;

import dev.sluice.bundle.crypto.Ed25519;
import dev.sluice.canonical.Digest;
import java.util.Arrays;
import java.util.Base64;

/**
 * An {@code ssh-ed25519} public key. Two keys are equal when their key blobs (RFC 8709 section 4)
 * are.
 *
 * <p>Every instance is a point of the prime-order group in its one encoding.
 */
public final class SshPublicKey {
  static final String TYPE = "ssh-ed25519";
  private static final int MAX_LINE = 4096;

  private final byte[] point;
  private final byte[] blob;

  private SshPublicKey(byte[] point) {
    this.point = point;
    this.blob = new WireWriter().name(TYPE).string(point).toBytes();
  }

  /**
   * Reads the one line of a {@code .pub} file, {@code ssh-ed25519 BASE64 [comment]}, with or
   * without its final LF. The comment is dropped: nothing vouches for it.
   *
   * @throws SshException with {@code KEY_FORMAT} for any other type or form
   */
  public static SshPublicKey parse(String line) throws SshException {
    String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    if (text.length() > MAX_LINE || text.chars().anyMatch(Character::isISOControl)) {
      throw malformed("a public key is one line of at most " + MAX_LINE + " characters");
    }
    String[] words = text.split(" ", 3);
    if (words.length < 2) {
      throw malformed("a public key line is \"" + TYPE + "\", a space and base64");
    }
    SshPublicKey key = ofBlob(decode(words[1]), SshException.Reason.KEY_FORMAT);
    if (!key.openSshText().equals(words[0] + " " + words[1])) {
      throw malformed("the public key line is not written as OpenSSH writes it");
    }
    return key;
  }

  /** Reads a key blob from inside another structure, which says what a malformed one means. */
  static SshPublicKey ofBlob(byte[] blob, SshException.Reason malformed) throws SshException {
    var reader = new WireReader(blob, malformed);
    reader.name(TYPE, "key type");
    byte[] point = reader.string("public key");
    reader.end();
    if (!Ed25519.isPublicKey(point)) {
      throw reader.refused("the public key is not a point of the prime-order group");
    }
    return new SshPublicKey(point);
  }

  static SshPublicKey ofSeed(byte[] seed) {
    return new SshPublicKey(Ed25519.publicKey(seed));
  }

  /** The key as a {@code .pub} file has it, without comment and line end. */
  public String openSshText() {
    return TYPE + " " + Base64.getEncoder().encodeToString(blob);
  }

  /**
   * {@code SHA256:} and unpadded base64 of the key blob's digest, as {@code ssh-keygen -l} prints.
   */
  public String fingerprint() {
    byte[] digest = Digest.of(blob).toBytes();
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  boolean verifies(byte[] message, byte[] signature) {
    return Ed25519.verify(point, message, signature);
  }

  byte[] point() {
    return point.clone();
  }

  byte[] blob() {
    return blob.clone();
  }

  private static byte[] decode(String base64) throws SshException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw malformed("the public key is not base64");
    }
  }

  private static SshException malformed(String rule) {
    return new SshException(SshException.Reason.KEY_FORMAT, rule);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SshPublicKey that && Arrays.equals(blob, that.blob);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(blob);
  }

  /** The {@link #openSshText}. */
  @Override
  public String toString() {
    return openSshText();
  }
}
