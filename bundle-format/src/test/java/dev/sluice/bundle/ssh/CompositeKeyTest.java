package dev.sluice.bundle.ssh;

import static dev.sluice.bundle.ssh.Refusal.assertRefused;
import static dev.sluice.bundle.ssh.SshException.Reason.KEY_FORMAT;
import static dev.sluice.bundle.ssh.SshException.Reason.SIGNATURE_INVALID;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.crypto.CompositeSignature;
import dev.sluice.bundle.crypto.Ed25519;
import dev.sluice.bundle.testing.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeKeyTest {
  private static final byte[] MESSAGE = "a list of sums".getBytes(US_ASCII);
  private static final int LATTICE_SIGNATURE = 2420;

  private final SeededRandom random = SeededRandom.of("composite");
  private final CompositeKey key = CompositeKey.generate(random);

  private void verify(byte[] file) throws SshException {
    SshSignature.parse(file).verify(Namespace.EXPORT, MESSAGE, List.of(key.publicKey()));
  }

  private byte[] file(byte[] value) {
    return new SshSignature(
            key.publicKey(),
            Namespace.EXPORT,
            SignedHash.SHA512,
            SignatureValue.of(KeyType.COMPOSITE, value))
        .armoured();
  }

  private byte[] value() throws SshException {
    byte[] blob = Armour.SIGNATURE.unwrap(key.sign(Namespace.EXPORT, MESSAGE).armoured());
    return Arrays.copyOfRange(blob, blob.length - CompositeSignature.SIGNATURE_LENGTH, blob.length);
  }

  @Test
  void signature_verifiesAndFitsTheLimitOfSignatureFiles() throws Exception {
    byte[] file = key.sign(Namespace.EXPORT, MESSAGE).armoured();
    verify(file);
    assertThat(file).hasSizeLessThan(6 * 1024);
    assertThat(SshSignature.parse(file).armoured()).isEqualTo(file);
  }

  @Test
  void sizes_areThoseOfOpenSsh() {
    assertThat(key.publicKey().material()).hasSize(1344);
    assertThat(key.publicKey().openSshText()).startsWith("ssh-mldsa44-ed25519 AAAA");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000, 2419, 2420, 2450, 2483})
  void eitherHalfBent_isRefused(int at) throws Exception {
    byte[] bent = value();
    bent[at] ^= 1;
    assertRefused(SIGNATURE_INVALID, () -> verify(file(bent)));
  }

  @Test
  void halvesOfTwoKeys_areRefused() throws Exception {
    CompositeKey other = CompositeKey.generate(random);
    byte[] blob = Armour.SIGNATURE.unwrap(other.sign(Namespace.EXPORT, MESSAGE).armoured());
    byte[] foreign =
        Arrays.copyOfRange(blob, blob.length - CompositeSignature.SIGNATURE_LENGTH, blob.length);
    byte[] mixed = value();
    System.arraycopy(foreign, 0, mixed, 0, LATTICE_SIGNATURE);
    assertRefused(SIGNATURE_INVALID, () -> verify(file(mixed)));
  }

  @Test
  void classicHalf_isNoSignatureOfAnEd25519KeyOverTheSameMessage() throws Exception {
    byte[] classic = Arrays.copyOfRange(value(), LATTICE_SIGNATURE, 2484);
    byte[] point = Arrays.copyOfRange(key.publicKey().material(), 1312, 1344);
    byte[] signed = SshSignature.signedBytes(Namespace.EXPORT, SignedHash.SHA512, MESSAGE);
    assertThat(Ed25519.verify(point, signed, classic)).isFalse();
  }

  @Test
  void keyFile_isReadBack_andNoKeyOfAnotherType() throws Exception {
    assertThat(CompositeKey.parse(key.revealKeyFile(), random).publicKey())
        .isEqualTo(key.publicKey());
    byte[] plain = SigningKey.generate(random).revealKeyFile();
    assertRefused(KEY_FORMAT, () -> CompositeKey.parse(plain, random));
    assertRefused(KEY_FORMAT, () -> SigningKey.parse(key.revealKeyFile()));
  }

  @Test
  void keyFileWhosePublicPartIsAnotherOnes_isRefused() {
    CompositeKey other = CompositeKey.generate(random);
    byte[] seeds = CompositeSignature.generateSeeds(random);
    byte[] mixed = new KeyFile(other.publicKey(), seeds).bytes();
    assertRefused(KEY_FORMAT, () -> CompositeKey.parse(mixed, random));
  }

  @Test
  void publicKeyOfAnotherLength_orWithASmallOrderHalf_isRefused() {
    byte[] material = key.publicKey().material();
    byte[] small = Arrays.copyOf(material, material.length);
    Arrays.fill(small, 1312, small.length, (byte) 0);
    for (byte[] bad :
        List.of(Arrays.copyOf(material, 1343), Arrays.copyOf(material, 1345), small)) {
      byte[] blob = new WireWriter().name("ssh-mldsa44-ed25519").string(bad).toBytes();
      assertRefused(KEY_FORMAT, () -> SshPublicKey.ofBlob(blob, KEY_FORMAT));
    }
  }
}
