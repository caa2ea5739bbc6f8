package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.ssh.SshException.Reason;
import java.util.Collection;
import java.util.Optional;

/**
 * A detached OpenSSH signature (PROTOCOL.sshsig).
 *
 * <p>Reading one proves nothing; only {@link #verify} does. <b>Never identify, compare or chain
 * anything by the hash of a signature file.</b> Its signer can make any number of valid ones over
 * the same bytes, and tools that read more loosely accept altered copies. The hash of the
 * <em>signed</em> bytes is the name to use; for the same reason this class defines no equality.
 */
public final class SshSignature {
  private static final byte[] MAGIC = "SSHSIG".getBytes(US_ASCII);
  private static final int VERSION = 1;

  private final SshPublicKey signer;
  private final Namespace namespace;
  private final SignedHash hash;
  private final SignatureValue value;

  SshSignature(SshPublicKey signer, Namespace namespace, SignedHash hash, SignatureValue value) {
    this.signer = signer;
    this.namespace = namespace;
    this.hash = hash;
    this.value = value;
  }

  /**
   * Reads the content of a signature file, at most 16 KiB: only what {@link #armoured} writes, over
   * SHA-512 or SHA-256.
   *
   * @throws SshException with {@code SIGNATURE_FORMAT}, or {@code NAMESPACE} when the signature is
   *     for an act that is none of sluice's
   */
  public static SshSignature parse(byte[] armoured) throws SshException {
    var reader = new WireReader(Armour.SIGNATURE.unwrap(armoured), Reason.SIGNATURE_FORMAT);
    reader.literal(MAGIC, "preamble");
    reader.uint32(VERSION, "signature version");
    SshPublicKey signer =
        SshPublicKey.ofBlob(reader.string("signer's key"), Reason.SIGNATURE_FORMAT);
    String namespace = reader.name("namespace");
    reader.name("", "reserved field");
    SignedHash hash =
        SignedHash.of(reader.name("hash name"))
            .orElseThrow(() -> reader.refused("the hash is neither sha512 nor sha256"));
    WireReader inner = reader.nested("signature");
    reader.end();
    SignatureValue value = SignatureValue.read(signer.type(), inner);
    return new SshSignature(signer, known(namespace), hash, value);
  }

  /** The bytes that {@code signature} has to be over. */
  static byte[] signedBytes(Namespace namespace, SignedHash hash, byte[] message) {
    return new WireWriter()
        .literal(MAGIC)
        .name(namespace.toString())
        .name("")
        .name(hash.toString())
        .string(hash.digest(message))
        .toBytes();
  }

  /** The signature file, byte for byte as {@code ssh-keygen -Y sign} lays it out. */
  public byte[] armoured() {
    byte[] blob =
        new WireWriter()
            .literal(MAGIC)
            .uint32(VERSION)
            .string(signer.blob())
            .name(namespace.toString())
            .name("")
            .name(hash.toString())
            .string(value.blob())
            .toBytes();
    return Armour.SIGNATURE.wrap(blob);
  }

  /**
   * The key that the file <em>alleges</em> to be signed by; worth nothing before {@link #verify}.
   */
  public SshPublicKey signer() {
    return signer;
  }

  /** What a hardware key signed beside the message; worth nothing before {@link #verify}. */
  public Optional<Presence> presence() {
    return value.presence();
  }

  /**
   * Checks that one of {@code trusted} signed {@code message} for the act {@code namespace}.
   *
   * @return the trusted key that signed
   * @throws SshException with {@code NAMESPACE}, {@code UNTRUSTED_SIGNER} (always, when {@code
   *     trusted} is empty), {@code SIGNATURE_INVALID}, or {@code NOT_PRESENT} when nobody touched
   *     the hardware key
   */
  public SshPublicKey verify(Namespace namespace, byte[] message, Collection<SshPublicKey> trusted)
      throws SshException {
    if (this.namespace != namespace) {
      throw new SshException(
          Reason.NAMESPACE, "the signature is for " + this.namespace + ", not for " + namespace);
    }
    SshPublicKey key =
        trusted.stream()
            .filter(signer::equals)
            .findFirst()
            .orElseThrow(
                () -> new SshException(Reason.UNTRUSTED_SIGNER, "the signer is not trusted"));
    if (!key.verifies(signedBytes(namespace, hash, message), value)) {
      throw new SshException(Reason.SIGNATURE_INVALID, "the signature does not fit the message");
    }
    if (value.presence().filter(seen -> !seen.touched()).isPresent()) {
      throw new SshException(Reason.NOT_PRESENT, "the hardware key was not touched");
    }
    return key;
  }

  private static Namespace known(String text) throws SshException {
    return Namespace.of(text)
        .orElseThrow(
            () -> new SshException(Reason.NAMESPACE, "the signature is for an unknown act"));
  }
}
