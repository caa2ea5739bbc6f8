package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.ssh.SshException.Reason;
import java.util.Arrays;

/** The {@code openssh-key-v1} file (PROTOCOL.key), unencrypted and with one key. */
final class KeyFile {
  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(US_ASCII);
  private static final String NONE = "none";

  /** Cipher {@code none} counts as a block cipher with blocks of this size. */
  private static final int BLOCK = 8;

  /** Equal check ints reveal a wrong passphrase; without a passphrase any pair will do. */
  private static final int CHECK = 0;

  private static final int SECRET_LENGTH = 64;

  private final SshPublicKey key;
  private final byte[] secret;

  /**
   * A file of these.
   *
   * @param secret for Ed25519 the seed and the point again, for a composite key the two seeds
   */
  KeyFile(SshPublicKey key, byte[] secret) {
    this.key = key;
    this.secret = secret;
  }

  byte[] secret() {
    return secret;
  }

  /** Reads a file whose key is of {@code type}. */
  static KeyFile read(byte[] file, KeyType type) throws SshException {
    var reader = new WireReader(Armour.PRIVATE_KEY.unwrap(file), Reason.KEY_FORMAT);
    reader.literal(MAGIC, "preamble");
    if (!reader.name("cipher").equals(NONE)) {
      throw new SshException(Reason.KEY_ENCRYPTED, "the key file is encrypted by OpenSSH");
    }
    reader.name(NONE, "key derivation");
    reader.name("", "key derivation options");
    reader.uint32(1, "number of keys");
    SshPublicKey named = SshPublicKey.ofBlob(reader.string("public key"), Reason.KEY_FORMAT);
    byte[] section = reader.string("secret section");
    reader.end();
    return readSection(section, type, named);
  }

  private static KeyFile readSection(byte[] section, KeyType type, SshPublicKey named)
      throws SshException {
    var reader = new WireReader(section, Reason.KEY_FORMAT);
    reader.uint32(reader.uint32("first check int"), "second check int");
    reader.name(type.toString(), "secret key type");
    byte[] material = reader.string("public part");
    byte[] secret = reader.string(SECRET_LENGTH, "secret part");
    reader.string("comment");
    if (section.length % BLOCK != 0 || !isPadding(reader.rest())) {
      throw reader.refused("the padding is not 1, 2, 3 up to the next block");
    }
    if (named.type() != type || !Arrays.equals(material, named.material())) {
      throw foreignParts();
    }
    return new KeyFile(named, secret);
  }

  /** Checks that the file holds exactly these, which were derived from its secret part. */
  void requireThat(SshPublicKey derived, byte[] wholeSecret) throws SshException {
    if (!derived.equals(key) || !Arrays.equals(wholeSecret, secret)) {
      throw foreignParts();
    }
  }

  private static SshException foreignParts() {
    return new SshException(Reason.KEY_FORMAT, "the public parts do not belong to the secret part");
  }

  /** The file, without comment. */
  byte[] bytes() {
    byte[] blob =
        new WireWriter()
            .literal(MAGIC)
            .name(NONE)
            .name(NONE)
            .name("")
            .uint32(1)
            .string(key.blob())
            .string(section())
            .toBytes();
    return Armour.PRIVATE_KEY.wrap(blob);
  }

  private byte[] section() {
    var section =
        new WireWriter()
            .uint32(CHECK)
            .uint32(CHECK)
            .name(key.type().toString())
            .string(key.material())
            .string(secret)
            .name("");
    return section.literal(padding(-section.size() & (BLOCK - 1))).toBytes();
  }

  private static boolean isPadding(byte[] bytes) {
    return bytes.length < BLOCK && Arrays.equals(bytes, padding(bytes.length));
  }

  private static byte[] padding(int length) {
    byte[] padding = new byte[length];
    for (int i = 0; i < length; i++) {
      padding[i] = (byte) (i + 1);
    }
    return padding;
  }
}
