package dev.sluice.bundle.ssh;

import static dev.sluice.bundle.ssh.Refusal.assertRefused;
import static dev.sluice.bundle.ssh.SshException.Reason.KEY_FORMAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshPublicKeyTest {
  private final String line = Vectors.text("vector.key.pub");
  private final String bare = line.substring(0, line.lastIndexOf(' '));

  @Test
  void lineOfSshKeygen_keepsItsKeyAndDropsItsComment() throws Exception {
    SshPublicKey key = SshPublicKey.parse(line);
    assertThat(key.openSshText()).isEqualTo(bare).isEqualTo(key.toString());
    assertThat(key.fingerprint()).isEqualTo(Vectors.FINGERPRINT);
  }

  @Test
  void sameKeyWithAndWithoutCommentAndLineEnd_isEqual() throws Exception {
    SshPublicKey key = SshPublicKey.parse(bare);
    assertThat(key)
        .isEqualTo(SshPublicKey.parse(line))
        .isEqualTo(SshPublicKey.parse(bare + " a comment of several words"))
        .isEqualTo(SshPublicKey.parse(bare + " \n"))
        .hasSameHashCodeAs(SshPublicKey.parse(line))
        .isNotEqualTo(SigningKey.generate(new SecureRandom()).publicKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "ssh-ed25519",
        "ssh-ed25519 ",
        "ssh-ed25519 @@@@",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==",
      })
  void lineWithoutAWholeKey_isRefused(String text) {
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(text));
  }

  @Test
  void otherShapesOfTheSameKey_areRefused() {
    String base64 = bare.substring(bare.indexOf(' ') + 1);
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(" " + bare));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse("ssh-ed25519  " + base64));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse("ssh-ed25519\t" + base64));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse("SSH-ED25519 " + base64));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(base64));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(bare + "="));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(bare + "\r\n"));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(bare + "\n\n"));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(line + line));
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(bare + " " + "c".repeat(5000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-rsa",
        "ssh-ed448",
        "sk-ssh-ed25519@openssh.com",
        "ssh-ed25519-cert-v01@openssh.com",
        "ssh-mldsa44-ed25519@openssh.com",
      })
  void otherKeyType_isRefusedInTheLineAndInTheBlob(String type) throws Exception {
    byte[] point = SshPublicKey.parse(line).material();
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(bare.replace("ssh-ed25519", type)));
    assertRefused(
        KEY_FORMAT, () -> SshPublicKey.parse(line(new WireWriter().name(type).string(point))));
  }

  @Test
  void ecdsaKey_isRefused() {
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(Vectors.text("ecdsa.key.pub")));
  }

  @Test
  void blobWithTrailingBytesOrOfWrongLength_isRefused() throws Exception {
    byte[] point = SshPublicKey.parse(line).material();
    assertRefused(
        KEY_FORMAT,
        () ->
            SshPublicKey.parse(
                line(new WireWriter().name(KeyType.ED25519.toString()).string(point).uint32(0))));
    assertRefused(
        KEY_FORMAT, () -> SshPublicKey.parse(textOf(KeyType.ED25519.toString(), new byte[31])));
  }

  @ParameterizedTest
  @ValueSource(ints = {33, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
  void lengthBeyondTheBlob_isRefused(int length) throws Exception {
    byte[] point = SshPublicKey.parse(line).material();
    var blob = new WireWriter().name(KeyType.ED25519.toString()).uint32(length).literal(point);
    assertRefused(KEY_FORMAT, () -> SshPublicKey.parse(line(blob)));
  }

  @Test
  void keyOfSmallOrder_isRefused() {
    assertRefused(
        KEY_FORMAT, () -> SshPublicKey.parse(textOf(KeyType.ED25519.toString(), new byte[32])));
  }

  private static String textOf(String type, byte[] point) {
    return line(new WireWriter().name(type).string(point));
  }

  private static String line(WireWriter blob) {
    return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob.toBytes());
  }
}
