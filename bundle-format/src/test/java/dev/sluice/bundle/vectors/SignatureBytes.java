package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SigningKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A signature file field by field; as made it is a good one, and each field can be spoiled. */
final class SignatureBytes {
  private static final int VALUE_LENGTH = 64;

  String magic = "SSHSIG";
  int version = 1;
  String keyType = "ssh-ed25519";
  byte[] point;
  String namespace = Namespace.EXPORT.toString();
  String reserved = "";
  String hash = "sha512";
  String algorithm = "ssh-ed25519";
  byte[] value;
  String trailing = "";

  private SignatureBytes(SigningKey key, Namespace namespace, byte[] message) {
    byte[] blob = blob(key.sign(namespace, message).armoured());
    value = Arrays.copyOfRange(blob, blob.length - VALUE_LENGTH, blob.length);
    point = point(key);
    this.namespace = namespace.toString();
  }

  static SignatureBytes of(SigningKey key, byte[] message) {
    return of(key, Namespace.EXPORT, message);
  }

  static SignatureBytes of(SigningKey key, Namespace namespace, byte[] message) {
    return new SignatureBytes(key, namespace, message);
  }

  static byte[] point(SigningKey key) {
    byte[] blob =
        Base64.getDecoder()
            .decode(key.publicKey().openSshText().substring("ssh-ed25519 ".length()));
    return Arrays.copyOfRange(blob, blob.length - 32, blob.length);
  }

  byte[] armoured() {
    byte[] key = join(string(keyType), string(point));
    byte[] inner = join(string(algorithm), string(value));
    return wrap(
        join(
            magic.getBytes(ISO_8859_1),
            ByteBuffer.allocate(4).putInt(version).array(),
            string(key),
            string(namespace),
            string(reserved),
            string(hash),
            string(inner),
            trailing.getBytes(ISO_8859_1)));
  }

  private static byte[] blob(byte[] armoured) {
    String body = new String(armoured, ISO_8859_1).replaceAll("-----[A-Z ]+-----|\n", "");
    return Base64.getDecoder().decode(body);
  }

  private static byte[] wrap(byte[] blob) {
    String lines = Base64.getEncoder().encodeToString(blob).replaceAll("(.{70})(?=.)", "$1\n");
    return ("-----BEGIN SSH SIGNATURE-----\n" + lines + "\n-----END SSH SIGNATURE-----\n")
        .getBytes(ISO_8859_1);
  }

  private static byte[] string(String text) {
    return string(text.getBytes(ISO_8859_1));
  }

  private static byte[] string(byte[] bytes) {
    return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
