package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A key file field by field; as made it is a good one, and each field can be spoiled. */
final class KeyFileLayout {
  static final byte[] SEED = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);

  String magic = "openssh-key-v1\0";
  String derivation = "none";
  String options = "";
  int keys = 1;
  SshPublicKey named = SshPublicKey.ofSeed(SEED);
  byte[] trailing = {};

  int firstCheck = 7;
  int secondCheck = 7;
  String type = KeyType.ED25519.toString();
  byte[] inner = named.material();
  byte[] repeated = named.material();
  int commentLength = 0;
  byte[] padding = {1, 2, 3, 4, 5};

  byte[] armoured() {
    return Armour.PRIVATE_KEY.wrap(
        new WireWriter()
            .literal(magic.getBytes(US_ASCII))
            .name("none")
            .name(derivation)
            .name(options)
            .uint32(keys)
            .string(named.blob())
            .string(section())
            .literal(trailing)
            .toBytes());
  }

  private byte[] section() {
    return new WireWriter()
        .uint32(firstCheck)
        .uint32(secondCheck)
        .name(type)
        .string(inner)
        .string(new WireWriter().literal(SEED).literal(repeated).toBytes())
        .uint32(commentLength)
        .literal(padding)
        .toBytes();
  }
}
