package dev.sluice.bundle.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.crypto.Ed25519;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.bundle.ssh.SshSignature;
import dev.sluice.canonical.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A FIDO key in software, put together from PROTOCOL.u2f and PROTOCOL.sshsig. */
public final class SoftToken implements Signer {
  /** Somebody touched it. */
  public static final int TOUCHED = 0x01;

  /** Somebody touched it and gave the PIN. */
  public static final int VERIFIED = 0x05;

  private static final String TYPE = "sk-ssh-ed25519@openssh.com";
  private static final String APPLICATION = "ssh:";
  private static final int COUNTER = 42;

  private final byte[] seed;

  public SoftToken(byte[] seed) {
    this.seed = seed;
  }

  @Override
  public SshPublicKey publicKey() {
    try {
      return SshPublicKey.parse(TYPE + " " + Base64.getEncoder().encodeToString(blob()));
    } catch (SshException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public SshSignature sign(Namespace namespace, byte[] message) {
    try {
      return SshSignature.parse(file(namespace, message, VERIFIED));
    } catch (SshException e) {
      throw new AssertionError(e);
    }
  }

  /** A signature file made with these flags. */
  public byte[] file(Namespace namespace, byte[] message, int flags) {
    byte[] signed =
        join(
            bytes("SSHSIG"),
            string(bytes(namespace.toString())),
            string(bytes("")),
            string(bytes("sha512")),
            string(sha512(message)));
    byte[] presence = ByteBuffer.allocate(5).put((byte) flags).putInt(COUNTER).array();
    byte[] assertion = join(digest(bytes(APPLICATION)), presence, digest(signed));
    byte[] value = join(string(bytes(TYPE)), string(Ed25519.sign(seed, assertion)), presence);
    return armour(
        join(
            bytes("SSHSIG"),
            ByteBuffer.allocate(4).putInt(1).array(),
            string(blob()),
            string(bytes(namespace.toString())),
            string(bytes("")),
            string(bytes("sha512")),
            string(value)));
  }

  private byte[] blob() {
    return join(string(bytes(TYPE)), string(Ed25519.publicKey(seed)), string(bytes(APPLICATION)));
  }

  private static byte[] armour(byte[] blob) {
    String lines = Base64.getEncoder().encodeToString(blob).replaceAll("(.{70})(?=.)", "$1\n");
    return bytes("-----BEGIN SSH SIGNATURE-----\n" + lines + "\n-----END SSH SIGNATURE-----\n");
  }

  private static byte[] digest(byte[] bytes) {
    return Digest.of(bytes).toBytes();
  }

  private static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
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
