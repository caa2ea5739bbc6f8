package dev.sluice.bundle.ssh;

import static dev.sluice.bundle.ssh.Refusal.assertRefused;
import static dev.sluice.bundle.ssh.SshException.Reason.KEY_ENCRYPTED;
import static dev.sluice.bundle.ssh.SshException.Reason.KEY_FORMAT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  private static final byte[] MESSAGE = "message".getBytes(US_ASCII);

  private final byte[] file = Vectors.bytes("vector.key");

  @Test
  void keyFileOfSshKeygen_isTheKeyOfItsPubFile() throws Exception {
    assertThat(SigningKey.parse(file).publicKey())
        .isEqualTo(SshPublicKey.parse(Vectors.text("vector.key.pub")));
  }

  @Test
  void writtenKeyFile_readsBackAsTheSameKey() throws Exception {
    SigningKey key = SigningKey.generate(new SecureRandom());
    byte[] written = key.revealKeyFile();
    SigningKey read = SigningKey.parse(written);
    assertThat(read.publicKey()).isEqualTo(key.publicKey());
    assertThat(read.sign(Namespace.REVIEW, MESSAGE).armoured())
        .isEqualTo(key.sign(Namespace.REVIEW, MESSAGE).armoured());
    assertThat(read.revealKeyFile()).isEqualTo(written);
  }

  @Test
  void twoGeneratedKeys_differ() {
    var random = new SecureRandom();
    assertThat(SigningKey.generate(random).publicKey())
        .isNotEqualTo(SigningKey.generate(random).publicKey());
  }

  @Test
  void text_hasTheFingerprintAndNoSecret() {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) 0x5a);
    var key = new SigningKey(seed.clone());
    assertThat(key)
        .hasToString("signing key " + key.publicKey().fingerprint())
        .asString()
        .doesNotContain(HexFormat.of().formatHex(seed));
  }

  @Test
  void destroyedKey_isWipedAndNoLongerSigns() {
    byte[] seed = new byte[32];
    seed[0] = 1;
    var key = new SigningKey(seed);
    assertThat(key.isDestroyed()).isFalse();
    key.destroy();
    assertThat(key.isDestroyed()).isTrue();
    assertThat(seed).containsOnly(0);
    assertThatThrownBy(() -> key.sign(Namespace.EXPORT, MESSAGE))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(key::revealKeyFile).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void encryptedKeyFile_isRefusedWithItsOwnReason() {
    assertRefused(KEY_ENCRYPTED, () -> SigningKey.parse(Vectors.bytes("encrypted.key")));
  }

  @Test
  void ecdsaKeyFile_isRefused() {
    assertRefused(KEY_FORMAT, () -> SigningKey.parse(Vectors.bytes("ecdsa.key")));
  }

  @Test
  void everyTruncation_isRefused() {
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertRefused(KEY_FORMAT, () -> SigningKey.parse(cut));
    }
  }

  @Test
  void otherArmour_isRefused() {
    String text = Vectors.text("vector.key");
    assertRefusedFile(text + "\n");
    assertRefusedFile(text + text);
    assertRefusedFile("\n" + text);
    assertRefusedFile(text.replace("\n", "\r\n"));
    assertRefusedFile(text.replace("OPENSSH PRIVATE", "PRIVATE"));
    assertRefusedFile(text.replace("KEY-----\nb3", "KEY-----\n\nb3"));
    assertRefusedFile(text + " ".repeat(Armour.MAX_BYTES));
  }

  @Test
  void keyFileLikeOurs_isAcceptedByTheRulesBelow() throws Exception {
    SigningKey key = SigningKey.parse(new KeyFileLayout().armoured());
    assertThat(key.publicKey()).isEqualTo(SshPublicKey.ofSeed(KeyFileLayout.SEED));
  }

  @Test
  void wrongEnvelope_isRefused() {
    assertRefusedLayout(layout -> layout.magic = "openssh-key-v2\0");
    assertRefusedLayout(layout -> layout.derivation = "bcrypt");
    assertRefusedLayout(layout -> layout.options = "x");
    assertRefusedLayout(layout -> layout.keys = 0);
    assertRefusedLayout(layout -> layout.keys = 2);
    assertRefusedLayout(layout -> layout.trailing = new byte[1]);
  }

  @Test
  void publicPartThatDoesNotBelongToTheSecret_isRefused() {
    SshPublicKey stranger = SigningKey.generate(new SecureRandom()).publicKey();
    assertRefusedLayout(layout -> layout.named = stranger);
    assertRefusedLayout(layout -> layout.inner = stranger.material());
    assertRefusedLayout(layout -> layout.repeated = stranger.material());
    assertRefusedLayout(
        layout -> {
          layout.named = stranger;
          layout.inner = stranger.material();
          layout.repeated = stranger.material();
        });
  }

  @Test
  void wrongSecretSection_isRefused() {
    assertRefusedLayout(layout -> layout.secondCheck = layout.firstCheck + 1);
    assertRefusedLayout(layout -> layout.type = "ssh-rsa");
    assertRefusedLayout(layout -> layout.padding = new byte[] {});
    assertRefusedLayout(layout -> layout.padding = new byte[] {1, 2, 3, 4});
    assertRefusedLayout(layout -> layout.padding = new byte[] {0, 0, 0, 0, 0});
    assertRefusedLayout(layout -> layout.padding = new byte[] {1, 2, 3, 4, 6});
    assertRefusedLayout(
        layout -> layout.padding = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13});
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
  void commentLongerThanTheSection_isRefused(int length) {
    assertRefusedLayout(layout -> layout.commentLength = length);
  }

  private static void assertRefusedFile(String text) {
    assertRefused(KEY_FORMAT, () -> SigningKey.parse(text.getBytes(US_ASCII)));
  }

  private static void assertRefusedLayout(Consumer<KeyFileLayout> change) {
    var layout = new KeyFileLayout();
    change.accept(layout);
    assertRefused(KEY_FORMAT, () -> SigningKey.parse(layout.armoured()));
  }
}
