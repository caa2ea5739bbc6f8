package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.crypto.Ed25519;
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

  private KeyFile() {}

  static SigningKey read(byte[] file) throws SshException {
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
    return readSection(section, named);
  }

  private static SigningKey readSection(byte[] section, SshPublicKey named) throws SshException {
    var reader = new WireReader(section, Reason.KEY_FORMAT);
    reader.uint32(reader.uint32("first check int"), "second check int");
    reader.name(SshPublicKey.TYPE, "secret key type");
    byte[] point = reader.string("public part");
    byte[] secret = reader.string(Ed25519.SEED_LENGTH + Ed25519.PUBLIC_KEY_LENGTH, "secret part");
    reader.string("comment");
    if (section.length % BLOCK != 0 || !isPadding(reader.rest())) {
      throw reader.refused("the padding is not 1, 2, 3 up to the next block");
    }
    var key = new SigningKey(Arrays.copyOf(secret, Ed25519.SEED_LENGTH));
    byte[] repeated = Arrays.copyOfRange(secret, Ed25519.SEED_LENGTH, secret.length);
    byte[] derived = key.publicKey().point();
    if (!key.publicKey().equals(named)
        || !Arrays.equals(point, derived)
        || !Arrays.equals(repeated, derived)) {
      throw reader.refused("the public parts do not belong to the secret part");
    }
    return key;
  }

  static byte[] write(byte[] seed, SshPublicKey key) {
    byte[] blob =
        new WireWriter()
            .literal(MAGIC)
            .name(NONE)
            .name(NONE)
            .name("")
            .uint32(1)
            .string(key.blob())
            .string(section(seed, key.point()))
            .toBytes();
    return Armour.PRIVATE_KEY.wrap(blob);
  }

  private static byte[] section(byte[] seed, byte[] point) {
    var section =
        new WireWriter()
            .uint32(CHECK)
            .uint32(CHECK)
            .name(SshPublicKey.TYPE)
            .string(point)
            .string(new WireWriter().literal(seed).literal(point).toBytes())
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
