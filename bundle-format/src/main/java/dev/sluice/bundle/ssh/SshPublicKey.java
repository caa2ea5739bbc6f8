package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.crypto.CompositeSignature;
import dev.sluice.bundle.crypto.Ed25519;
import dev.sluice.canonical.Digest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A public key of type {@code ssh-ed25519}, {@code sk-ssh-ed25519@openssh.com} or {@code
 * ssh-mldsa44-ed25519}. Two keys are equal when their key blobs (RFC 8709 section 4, PROTOCOL.u2f)
 * are.
 *
 * <p>The Ed25519 part of every instance is a point of the prime-order group in its one encoding.
 */
public final class SshPublicKey {
  private static final int MAX_LINE = 4096;

  /** What a hardware key binds its signatures to; OpenSSH takes those that begin so. */
  private static final Pattern APPLICATION = Pattern.compile("ssh:[!-~]{0,251}");

  private final KeyType type;
  private final byte[] material;
  private final String application;
  private final byte[] blob;

  private SshPublicKey(KeyType type, byte[] material, String application) {
    this.type = type;
    this.material = material;
    this.application = application;
    var writer = new WireWriter().name(type.toString()).string(material);
    this.blob = (application.isEmpty() ? writer : writer.name(application)).toBytes();
  }

  /**
   * Reads the one line of a {@code .pub} file, {@code TYPE BASE64 [comment]}, with or without its
   * final LF. The comment is dropped: nothing vouches for it.
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
      throw malformed("a public key line is a type, a space and base64");
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
    KeyType type =
        KeyType.of(reader.name("key type"))
            .orElseThrow(() -> reader.refused("the key type is not a supported one"));
    byte[] material = reader.string("public key");
    String application = type == KeyType.SECURITY_KEY ? application(reader) : "";
    reader.end();
    if (!type.isPublicKey(material)) {
      throw reader.refused("the public key is not one of its type, or of small order");
    }
    return new SshPublicKey(type, material, application);
  }

  private static String application(WireReader reader) throws SshException {
    String application = reader.name("application");
    if (!APPLICATION.matcher(application).matches()) {
      throw reader.refused("the application is not ssh: and printable characters");
    }
    return application;
  }

  static SshPublicKey ofCompositeSeeds(byte[] seeds) {
    return new SshPublicKey(KeyType.COMPOSITE, CompositeSignature.publicKey(seeds), "");
  }

  static SshPublicKey ofSeed(byte[] seed) {
    return new SshPublicKey(KeyType.ED25519, Ed25519.publicKey(seed), "");
  }

  /** The key as a {@code .pub} file has it, without comment and line end. */
  public String openSshText() {
    return type + " " + Base64.getEncoder().encodeToString(blob);
  }

  /**
   * {@code SHA256:} and unpadded base64 of the key blob's digest, as {@code ssh-keygen -l} prints.
   */
  public String fingerprint() {
    byte[] digest = Digest.of(blob).toBytes();
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  /** Whether the secret half is in a hardware key, which says whether a person was at it. */
  public boolean isInHardware() {
    return type == KeyType.SECURITY_KEY;
  }

  /** Whether it is a key for second signatures, which no signing key can be. */
  public boolean isComposite() {
    return type == KeyType.COMPOSITE;
  }

  KeyType type() {
    return type;
  }

  boolean verifies(byte[] message, SignatureValue signature) {
    byte[] signed =
        signature.presence().map(presence -> underPresence(message, presence)).orElse(message);
    return type.verifies(material, signed, signature.value());
  }

  /** What an authenticator signs in place of {@code message} (PROTOCOL.u2f, SSH U2F signatures). */
  private byte[] underPresence(byte[] message, Presence presence) {
    return new WireWriter()
        .literal(Digest.of(application.getBytes(US_ASCII)).toBytes())
        .literal(presence.bytes())
        .literal(Digest.of(message).toBytes())
        .toBytes();
  }

  /** The key without type and application. */
  byte[] material() {
    return material.clone();
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
