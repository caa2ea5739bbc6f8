package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.crypto.Ed25519;
import dev.sluice.canonical.Digest;
import java.nio.ByteBuffer;

/**
 * A FIDO key in software, built from PROTOCOL.u2f and not from the code under test. Each field of
 * what it signs and of what it sends can be set apart.
 */
final class HardwareKey {
  private static final String TYPE = "sk-ssh-ed25519@openssh.com";

  private final byte[] seed = new byte[Ed25519.SEED_LENGTH];
  String application = "ssh:";
  int flags = 0x01;
  int counter = 42;
  byte[] innerTrailing = {};

  HardwareKey() {
    seed[0] = 7;
  }

  byte[] keyBlob() {
    return new WireWriter().name(TYPE).string(Ed25519.publicKey(seed)).name(application).toBytes();
  }

  SshPublicKey publicKey() throws SshException {
    return SshPublicKey.ofBlob(keyBlob(), SshException.Reason.KEY_FORMAT);
  }

  /** The signature of {@code signed}, flags and counter as they are now. */
  byte[] signatureBlob(byte[] signed) {
    ByteBuffer assertion =
        ByteBuffer.allocate(69)
            .put(Digest.of(application.getBytes(US_ASCII)).toBytes())
            .put((byte) flags)
            .putInt(counter)
            .put(Digest.of(signed).toBytes());
    return signatureBlob(Ed25519.sign(seed, assertion.array()), flags, counter);
  }

  private byte[] signatureBlob(byte[] value, int sentFlags, int sentCounter) {
    return new WireWriter()
        .name(TYPE)
        .string(value)
        .literal(new byte[] {(byte) sentFlags})
        .uint32(sentCounter)
        .literal(innerTrailing)
        .toBytes();
  }

  /** A signature file over {@code message}. */
  byte[] file(Namespace namespace, byte[] message) {
    return fileOf(
        namespace, signatureBlob(SshSignature.signedBytes(namespace, SignedHash.SHA512, message)));
  }

  /** A signature file around {@code signatureBlob}. */
  byte[] fileOf(Namespace namespace, byte[] signatureBlob) {
    return Armour.SIGNATURE.wrap(
        new WireWriter()
            .literal("SSHSIG".getBytes(US_ASCII))
            .uint32(1)
            .string(keyBlob())
            .name(namespace.toString())
            .name("")
            .name("sha512")
            .string(signatureBlob)
            .toBytes());
  }
}
