package dev.sluice.bundle.ssh;

import static dev.sluice.bundle.ssh.Refusal.assertRefused;
import static dev.sluice.bundle.ssh.SshException.Reason.NAMESPACE;
import static dev.sluice.bundle.ssh.SshException.Reason.SIGNATURE_FORMAT;
import static dev.sluice.bundle.ssh.SshException.Reason.SIGNATURE_INVALID;
import static dev.sluice.bundle.ssh.SshException.Reason.UNTRUSTED_SIGNER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshSignatureTest {
  private static final byte[] MESSAGE = "message".getBytes(US_ASCII);

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final SshPublicKey stranger = SigningKey.generate(new SecureRandom()).publicKey();

  @ParameterizedTest
  @EnumSource
  void signature_verifiesForItsOwnActOnly(Namespace namespace) throws Exception {
    SshSignature signature = SshSignature.parse(key.sign(namespace, MESSAGE).armoured());
    List<SshPublicKey> trusted = List.of(stranger, key.publicKey());
    for (Namespace other : Namespace.values()) {
      if (other == namespace) {
        assertThat(signature.verify(other, MESSAGE, trusted)).isEqualTo(key.publicKey());
      } else {
        assertRefused(NAMESPACE, () -> signature.verify(other, MESSAGE, trusted));
      }
    }
  }

  @Test
  void otherMessage_isRefused() {
    SshSignature signature = key.sign(Namespace.EXPORT, MESSAGE);
    assertRefused(
        SIGNATURE_INVALID,
        () -> signature.verify(Namespace.EXPORT, new byte[0], List.of(key.publicKey())));
  }

  @Test
  void signatureByAnUnlistedKey_isRefused() {
    SshSignature signature = key.sign(Namespace.EXPORT, MESSAGE);
    assertThat(signature.signer()).isEqualTo(key.publicKey());
    assertRefused(
        UNTRUSTED_SIGNER, () -> signature.verify(Namespace.EXPORT, MESSAGE, List.of(stranger)));
  }

  @Test
  void emptyTrust_trustsNobody() {
    SshSignature signature = key.sign(Namespace.EXPORT, MESSAGE);
    assertRefused(UNTRUSTED_SIGNER, () -> signature.verify(Namespace.EXPORT, MESSAGE, List.of()));
  }

  @Test
  void signatureThatAllegesATrustedSigner_isRefused() {
    SshSignature own = key.sign(Namespace.EXPORT, MESSAGE);
    var layout = new SignatureLayout(own);
    layout.signer = stranger.blob();
    assertRefused(
        SIGNATURE_INVALID,
        () ->
            SshSignature.parse(layout.armoured())
                .verify(Namespace.EXPORT, MESSAGE, List.of(stranger)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha512", "sha256"})
  void fixedSignatureOfSshKeygen_verifiesAndIsWrittenAlike(String hash) throws Exception {
    byte[] file = Vectors.bytes("message." + hash + ".sig");
    SshPublicKey trusted = SshPublicKey.parse(Vectors.text("vector.key.pub"));
    SshSignature signature = SshSignature.parse(file);
    assertThat(signature.armoured()).isEqualTo(file);
    assertThat(signature.verify(Namespace.EXPORT, Vectors.bytes("message.txt"), List.of(trusted)))
        .isEqualTo(trusted);
    assertRefused(
        SIGNATURE_INVALID, () -> signature.verify(Namespace.EXPORT, MESSAGE, List.of(trusted)));
  }

  @Test
  void fixedKeyOfSshKeygen_signsAsSshKeygenDid() throws Exception {
    SigningKey fixed = SigningKey.parse(Vectors.bytes("vector.key"));
    assertThat(fixed.sign(Namespace.EXPORT, Vectors.bytes("message.txt")).armoured())
        .isEqualTo(Vectors.bytes("message.sha512.sig"));
  }

  @Test
  void signatureForAnotherProgramsAct_isRefused() {
    assertRefused(NAMESPACE, () -> SshSignature.parse(Vectors.bytes("message.git.sig")));
  }

  @Test
  void ecdsaSignature_isRefused() {
    assertRefused(SIGNATURE_FORMAT, () -> SshSignature.parse(Vectors.bytes("message.ecdsa.sig")));
  }
}
