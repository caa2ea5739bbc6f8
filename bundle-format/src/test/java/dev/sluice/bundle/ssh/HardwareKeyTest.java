package dev.sluice.bundle.ssh;

import static dev.sluice.bundle.ssh.Refusal.assertRefused;
import static dev.sluice.bundle.ssh.SshException.Reason.KEY_FORMAT;
import static dev.sluice.bundle.ssh.SshException.Reason.NOT_PRESENT;
import static dev.sluice.bundle.ssh.SshException.Reason.SIGNATURE_FORMAT;
import static dev.sluice.bundle.ssh.SshException.Reason.SIGNATURE_INVALID;
import static dev.sluice.bundle.ssh.SshException.Reason.UNTRUSTED_SIGNER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareKeyTest {
  private static final byte[] MESSAGE = "a list of sums".getBytes(US_ASCII);

  private final HardwareKey key = new HardwareKey();

  private SshSignature verified(byte[] file) throws SshException {
    SshSignature signature = SshSignature.parse(file);
    signature.verify(Namespace.EXPORT, MESSAGE, List.of(key.publicKey()));
    return signature;
  }

  private byte[] file() {
    return key.file(Namespace.EXPORT, MESSAGE);
  }

  @Test
  void touchedKey_signs_andSaysSo() throws Exception {
    Presence presence = verified(file()).presence().orElseThrow();
    assertThat(presence.touched()).isTrue();
    assertThat(presence.verified()).isFalse();
    assertThat(presence.counter()).isEqualTo(42);
  }

  @Test
  void verifiedPersonAndHugeCounter_areReadBack() throws Exception {
    key.flags = 0x05;
    key.counter = -1;
    Presence presence = verified(file()).presence().orElseThrow();
    assertThat(presence.verified()).isTrue();
    assertThat(presence.counter()).isEqualTo(0xFFFFFFFFL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x04, 0x18})
  void goodSignatureWithoutATouch_isRefused(int flags) {
    key.flags = flags;
    assertRefused(NOT_PRESENT, () -> verified(file()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x41, 0x81, 0xC1})
  void flagsThatAnnounceMoreData_areRefused(int flags) {
    key.flags = flags;
    assertRefused(SIGNATURE_FORMAT, () -> verified(file()));
  }

  @Test
  void touchFlagSetAfterSigning_isRefused() {
    key.flags = 0;
    byte[] signed = SshSignature.signedBytes(Namespace.EXPORT, SignedHash.SHA512, MESSAGE);
    byte[] honest = key.signatureBlob(signed);
    byte[] bent = honest.clone();
    bent[bent.length - 5] = 1;
    assertRefused(SIGNATURE_INVALID, () -> verified(key.fileOf(Namespace.EXPORT, bent)));
  }

  @Test
  void counterChangedAfterSigning_isRefused() {
    byte[] signed = SshSignature.signedBytes(Namespace.EXPORT, SignedHash.SHA512, MESSAGE);
    byte[] bent = key.signatureBlob(signed);
    bent[bent.length - 1]++;
    assertRefused(SIGNATURE_INVALID, () -> verified(key.fileOf(Namespace.EXPORT, bent)));
  }

  @Test
  void sameKeyForAnotherApplication_isAnotherKey() throws Exception {
    SshPublicKey trusted = key.publicKey();
    key.application = "ssh:other";
    SshSignature signature = SshSignature.parse(file());
    assertRefused(
        UNTRUSTED_SIGNER, () -> signature.verify(Namespace.EXPORT, MESSAGE, List.of(trusted)));
  }

  @Test
  void signatureWithoutFlags_orWithMoreAfterThem_isRefused() {
    byte[] plain =
        new WireWriter().name("sk-ssh-ed25519@openssh.com").string(new byte[64]).toBytes();
    assertRefused(SIGNATURE_FORMAT, () -> verified(key.fileOf(Namespace.EXPORT, plain)));
    key.innerTrailing = new byte[1];
    assertRefused(SIGNATURE_FORMAT, () -> verified(file()));
  }

  @Test
  void plainSignatureUnderAHardwareKey_isRefused() {
    byte[] plain = new WireWriter().name("ssh-ed25519").string(new byte[64]).toBytes();
    assertRefused(SIGNATURE_FORMAT, () -> verified(key.fileOf(Namespace.EXPORT, plain)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "web:", "ssh:\n", "ssh: x", "https://example.org"})
  void applicationThatIsNoneOfSsh_isRefused(String application) {
    key.application = application;
    assertRefused(KEY_FORMAT, key::publicKey);
  }

  @Test
  void keyLine_isWrittenAndReadBack() throws Exception {
    String line = key.publicKey().openSshText();
    assertThat(line).startsWith("sk-ssh-ed25519@openssh.com AAAA");
    assertThat(SshPublicKey.parse(line + " token\n")).isEqualTo(key.publicKey());
    assertThat(key.publicKey().isInHardware()).isTrue();
  }

  @Test
  void fileIsWrittenBack_byteForByte() throws Exception {
    assertThat(SshSignature.parse(file()).armoured()).isEqualTo(file());
  }
}
