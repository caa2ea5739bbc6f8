package dev.sluice.bundle.ssh;

import static dev.sluice.bundle.ssh.Refusal.assertRefused;
import static dev.sluice.bundle.ssh.SshException.Reason.KEY_ENCRYPTED;
import static dev.sluice.bundle.ssh.SshException.Reason.NAMESPACE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways between our keys and signatures and those of an unmodified {@code ssh-keygen}. */
@Tag("stock")
class StockSshKeygenTest {
  private static final byte[] MESSAGE =
      "signed on one side, verified on the other".getBytes(US_ASCII);

  @TempDir Path folder;
  private SshKeygen keygen;

  @BeforeEach
  void inItsOwnFolder() {
    keygen = new SshKeygen(folder);
  }

  @Test
  void keyMadeByStock_isReadAndHasTheSameFingerprint() throws Exception {
    SigningKey key = keyMadeByStock();
    assertThat(key.publicKey())
        .isEqualTo(SshPublicKey.parse(Files.readString(folder.resolve("key.pub"))));
    assertThat(fingerprintByStock("key.pub")).isEqualTo(key.publicKey().fingerprint());
  }

  @Test
  void keyMadeByUs_isReadByStockAndHasTheSameFingerprint() throws Exception {
    SigningKey key = keyMadeByUs();
    assertThat(fingerprintByStock("key")).isEqualTo(key.publicKey().fingerprint());
    assertThat(keygen.run(MESSAGE, "-y", "-f", "key").said().strip())
        .isEqualTo(key.publicKey().openSshText());
  }

  @Test
  void keyEncryptedByStock_isRefused() throws Exception {
    generateByStock("passphrase");
    assertRefused(KEY_ENCRYPTED, () -> SigningKey.parse(Files.readAllBytes(folder.resolve("key"))));
  }

  @ParameterizedTest
  @EnumSource
  void signatureByUsWithAKeyMadeByStock_verifiesByStock(Namespace namespace) throws Exception {
    signByUs(keyMadeByStock(), namespace);
    assertThat(verifyByStock(namespace).exit()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void signatureByUsWithAKeyMadeByUs_verifiesByStock(Namespace namespace) throws Exception {
    signByUs(keyMadeByUs(), namespace);
    assertThat(verifyByStock(namespace).exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha512", "sha256"})
  void signatureByStockWithAKeyMadeByStock_verifiesByUs(String hash) throws Exception {
    SshPublicKey key = keyMadeByStock().publicKey();
    assertThat(signByStock(hash).verify(Namespace.EXPORT, MESSAGE, List.of(key))).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha512", "sha256"})
  void signatureByStockWithAKeyMadeByUs_verifiesByUs(String hash) throws Exception {
    SshPublicKey key = keyMadeByUs().publicKey();
    assertThat(signByStock(hash).verify(Namespace.EXPORT, MESSAGE, List.of(key))).isEqualTo(key);
  }

  @Test
  void bothSignTheSameBytesAlike() throws Exception {
    SigningKey key = keyMadeByStock();
    assertThat(signByStock("sha512").armoured())
        .isEqualTo(key.sign(Namespace.EXPORT, MESSAGE).armoured());
  }

  @Test
  void wrongNamespace_isRefusedByBoth() throws Exception {
    SigningKey key = keyMadeByUs();
    signByUs(key, Namespace.EXPORT);
    assertThat(verifyByStock(Namespace.RELEASE).exit()).isNotZero();
    SshSignature byStock = signByStock("sha512");
    assertRefused(
        NAMESPACE, () -> byStock.verify(Namespace.RELEASE, MESSAGE, List.of(key.publicKey())));
  }

  @Test
  void actThatAllowedSignersDoesNotName_isRefusedByStock() throws Exception {
    SigningKey key = keyMadeByUs();
    signByUs(key, Namespace.RELEASE);
    allow(Set.of(Namespace.EXPORT, Namespace.RECEIPT), key.publicKey());
    assertThat(verifyByStock(Namespace.RELEASE).exit()).isNotZero();
    allow(Set.of(Namespace.EXPORT, Namespace.RELEASE), key.publicKey());
    assertThat(verifyByStock(Namespace.RELEASE).exit()).isZero();
  }

  @Test
  void otherMessageOrUnlistedKey_isRefusedByStock() throws Exception {
    signByUs(keyMadeByUs(), Namespace.EXPORT);
    assertThat(verifyByStock(Namespace.EXPORT, new byte[0]).exit()).isNotZero();
    allow(Set.of(Namespace.EXPORT), SigningKey.generate(new SecureRandom()).publicKey());
    assertThat(verifyByStock(Namespace.EXPORT).exit()).isNotZero();
  }

  private SigningKey keyMadeByStock() throws Exception {
    generateByStock("");
    return SigningKey.parse(Files.readAllBytes(folder.resolve("key")));
  }

  private void generateByStock(String passphrase) throws Exception {
    ok(keygen.run(MESSAGE, "-q", "-t", "ed25519", "-N", passphrase, "-C", "a b", "-f", "key"));
  }

  private SigningKey keyMadeByUs() throws IOException {
    SigningKey key = SigningKey.generate(new SecureRandom());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.write(Files.createFile(folder.resolve("key"), ownerOnly), key.revealKeyFile());
    return key;
  }

  private String fingerprintByStock(String file) throws Exception {
    return ok(keygen.run(MESSAGE, "-l", "-f", file)).split(" ", 3)[1];
  }

  private void signByUs(SigningKey key, Namespace namespace) throws IOException {
    Files.write(folder.resolve("sig"), key.sign(namespace, MESSAGE).armoured());
    allow(EnumSet.allOf(Namespace.class), key.publicKey());
  }

  private void allow(Set<Namespace> namespaces, SshPublicKey key) throws IOException {
    String text = new AllowedSigners().allow("low", namespaces, key).text();
    Files.writeString(folder.resolve("allowed_signers"), text);
  }

  private SshSignature signByStock(String hash) throws Exception {
    String act = Namespace.EXPORT.toString();
    Path message = Files.write(folder.resolve("message"), MESSAGE);
    String option = "hashalg=" + hash;
    ok(keygen.run(MESSAGE, "-Y", "sign", "-O", option, "-f", "key", "-n", act, "message"));
    return SshSignature.parse(Files.readAllBytes(message.resolveSibling("message.sig")));
  }

  private SshKeygen.Run verifyByStock(Namespace namespace) throws Exception {
    return verifyByStock(namespace, MESSAGE);
  }

  private SshKeygen.Run verifyByStock(Namespace namespace, byte[] message) throws Exception {
    String act = namespace.toString();
    return keygen.run(
        message, "-Y", "verify", "-f", "allowed_signers", "-I", "low", "-n", act, "-s", "sig");
  }

  private static String ok(SshKeygen.Run run) {
    assertThat(run.exit()).as(run.said()).isZero();
    return run.said();
  }
}
