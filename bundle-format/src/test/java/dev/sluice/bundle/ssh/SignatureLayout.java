package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** A signature file field by field; as made it is a good one, and each field can be spoiled. */
final class SignatureLayout {
  String magic = "SSHSIG";
  int version = 1;
  byte[] signer;
  String namespace = Namespace.EXPORT.toString();
  String reserved = "";
  String hash = "sha512";
  String algorithm = KeyType.ED25519.toString();
  byte[] value;
  byte[] innerTrailing = {};
  byte[] trailing = {};

  /** The fields of {@code good}, which has to be for the export act. */
  SignatureLayout(SshSignature good) {
    signer = good.signer().blob();
    value = lastBytes(good);
  }

  byte[] armoured() {
    byte[] inner = new WireWriter().name(algorithm).string(value).literal(innerTrailing).toBytes();
    return Armour.SIGNATURE.wrap(
        new WireWriter()
            .literal(magic.getBytes(US_ASCII))
            .uint32(version)
            .string(signer)
            .name(namespace)
            .name(reserved)
            .name(hash)
            .string(inner)
            .literal(trailing)
            .toBytes());
  }

  private static byte[] lastBytes(SshSignature good) {
    try {
      byte[] blob = Armour.SIGNATURE.unwrap(good.armoured());
      return Arrays.copyOfRange(blob, blob.length - 64, blob.length);
    } catch (SshException e) {
      throw new AssertionError(e);
    }
  }
}
