package dev.sluice.bundle.ssh;

import static dev.sluice.bundle.ssh.Refusal.assertRefused;
import static dev.sluice.bundle.ssh.SshException.Reason.SIGNATURE_FORMAT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSignatureTest {
  private static final byte[] MESSAGE = "message".getBytes(US_ASCII);

  private final SigningKey key = new SigningKey(KeyFileLayout.SEED.clone());
  private final SshSignature good = key.sign(Namespace.EXPORT, MESSAGE);
  private final byte[] file = good.armoured();
  private final String text = new String(file, US_ASCII);

  @Test
  void layoutOfAGoodSignature_isTheGoodSignature() {
    assertThat(new SignatureLayout(good).armoured()).isEqualTo(file);
  }

  @Test
  void everyFlippedBit_isRefused() {
    var accepted = new ArrayList<String>();
    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] changed = file.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      if (!isRefused(changed)) {
        accepted.add("byte " + bit / 8 + " bit " + bit % 8);
      }
    }
    assertThat(accepted).isEmpty();
  }

  @Test
  void everyTruncation_isRefused() {
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertRefused(SIGNATURE_FORMAT, () -> accept(cut));
    }
  }

  @Test
  void everyTruncationOfTheBlobInsideTheArmour_isRefused() throws Exception {
    byte[] blob = Armour.SIGNATURE.unwrap(file);
    for (int length = 0; length < blob.length; length++) {
      byte[] cut = Armour.SIGNATURE.wrap(Arrays.copyOf(blob, length));
      assertRefused(SIGNATURE_FORMAT, () -> accept(cut));
    }
  }

  @Test
  void textBeforeOrAfter_isRefused() {
    assertRefusedText(text + "\n");
    assertRefusedText(text + "smuggled\n");
    assertRefusedText(text + text);
    assertRefusedText(text + "\0");
    assertRefusedText("\n" + text);
    assertRefusedText("smuggled\n" + text);
    assertRefusedText("\ufeff" + text);
  }

  @Test
  void otherLineEnds_areRefused() {
    assertRefusedText(text.replace("\n", "\r\n"));
    assertRefusedText(text.replace("\n", "\r"));
    assertRefusedText(text.replaceFirst("\n", " \n"));
    assertRefusedText(text.substring(0, text.length() - 1));
  }

  @Test
  void otherLineWidths_areRefused() {
    assertRefusedText(rewrapped(64));
    assertRefusedText(rewrapped(71));
    assertRefusedText(rewrapped(76));
    assertRefusedText(rewrapped(10_000));
    assertThat(rewrapped(70)).isEqualTo(text);
  }

  @Test
  void otherArmourLabels_areRefused() {
    assertRefusedText(text.replace("SSH SIGNATURE", "PGP SIGNATURE"));
    assertRefusedText(text.replace("-----BEGIN", "----BEGIN"));
    assertRefusedText(text.replace("SSH SIGNATURE", "ssh signature"));
    assertRefusedText("");
  }

  @Test
  void base64WithStrayBitsOrWithoutItsPadding_isRefused() {
    int pad = text.indexOf('=');
    String last = text.substring(pad - 1, pad);
    String strayBit = Character.toString(last.charAt(0) + 1);
    assertRefusedText(text.replace(last + "=\n", strayBit + "=\n"));
    assertRefusedText(text.replace("=\n", "\n"));
    assertRefusedText(text.replace("=\n", "==\n"));
  }

  @Test
  void fileAboveTheLimit_isRefused() {
    assertRefusedLayout(layout -> layout.reserved = "x".repeat(Armour.MAX_BYTES));
    assertRefusedText(text + "x".repeat(Armour.MAX_BYTES));
  }

  @Test
  void filledReservedField_isRefused() {
    assertRefusedLayout(layout -> layout.reserved = "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha1", "sha384", "SHA512", "sha-512", "sha512\0", "sha512 "})
  void unknownHashName_isRefused(String hash) {
    assertRefusedLayout(layout -> layout.hash = hash);
  }

  @Test
  void otherKnownHashName_isRefused() {
    var layout = new SignatureLayout(good);
    layout.hash = "sha256";
    assertRefused(SshException.Reason.SIGNATURE_INVALID, () -> accept(layout.armoured()));
  }

  @Test
  void otherPreambleOrVersion_isRefused() {
    assertRefusedLayout(layout -> layout.magic = "SSHSIH");
    assertRefusedLayout(layout -> layout.version = 0);
    assertRefusedLayout(layout -> layout.version = 2);
    assertRefusedLayout(layout -> layout.version = 0x01000000);
  }

  @Test
  void trailingBytes_areRefusedAtEveryLevel() {
    assertRefusedLayout(layout -> layout.trailing = new byte[1]);
    assertRefusedLayout(layout -> layout.innerTrailing = new byte[1]);
    assertRefusedLayout(layout -> layout.signer = Arrays.copyOf(layout.signer, 52));
    assertRefusedLayout(layout -> layout.value = Arrays.copyOf(layout.value, 65));
    assertRefusedLayout(layout -> layout.value = Arrays.copyOf(layout.value, 63));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-rsa",
        "rsa-sha2-512",
        "ecdsa-sha2-nistp256",
        "sk-ssh-ed25519@openssh.com",
        "ssh-ed25519-cert-v01@openssh.com",
        "ssh-mldsa44-ed25519@openssh.com",
      })
  void otherKeyTypeOrAlgorithm_isRefused(String type) {
    assertRefusedLayout(layout -> layout.algorithm = type);
    assertRefusedLayout(
        layout ->
            layout.signer =
                new WireWriter().name(type).string(key.publicKey().material()).toBytes());
  }

  @Test
  void signerOfSmallOrder_isRefused() {
    assertRefusedLayout(
        layout ->
            layout.signer =
                new WireWriter().name(KeyType.ED25519.toString()).string(new byte[32]).toBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0x10000})
  void everyLengthFieldBeyondTheBlob_isRefused(int length) throws Exception {
    byte[] blob = Armour.SIGNATURE.unwrap(file);
    for (int at : lengthFields(blob)) {
      byte[] changed = blob.clone();
      ByteBuffer.wrap(changed).putInt(at, length);
      assertRefused(SIGNATURE_FORMAT, () -> accept(Armour.SIGNATURE.wrap(changed)));
    }
  }

  @Test
  void everyLengthFieldOneOff_isRefused() throws Exception {
    byte[] blob = Armour.SIGNATURE.unwrap(file);
    for (int at : lengthFields(blob)) {
      for (int off : new int[] {-1, 1}) {
        byte[] changed = blob.clone();
        ByteBuffer.wrap(changed).putInt(at, ByteBuffer.wrap(blob).getInt(at) + off);
        assertRefused(SIGNATURE_FORMAT, () -> accept(Armour.SIGNATURE.wrap(changed)));
      }
    }
  }

  /** Where the eight length fields stand: outer ones from left to right, with their inner ones. */
  private static List<Integer> lengthFields(byte[] blob) {
    var at = ByteBuffer.wrap(blob);
    int signer = 10;
    int namespace = signer + 4 + at.getInt(signer);
    int reserved = namespace + 4 + at.getInt(namespace);
    int hash = reserved + 4;
    int inner = hash + 4 + at.getInt(hash);
    int value = inner + 8 + at.getInt(inner + 4);
    assertThat(value + 4 + 64).isEqualTo(blob.length);
    return List.of(signer, signer + 4, signer + 19, namespace, reserved, hash, inner, value);
  }

  private String rewrapped(int columns) {
    String begin = text.substring(0, text.indexOf('\n') + 1);
    String end = text.substring(text.lastIndexOf("-----END"));
    String base64 = text.substring(begin.length(), text.length() - end.length()).replace("\n", "");
    return begin + base64.replaceAll("(.{1," + columns + "})", "$1\n") + end;
  }

  private void accept(byte[] changed) throws SshException {
    SshSignature.parse(changed).verify(Namespace.EXPORT, MESSAGE, List.of(key.publicKey()));
  }

  private boolean isRefused(byte[] changed) {
    try {
      accept(changed);
      return false;
    } catch (SshException e) {
      return true;
    }
  }

  private void assertRefusedText(String changed) {
    assertRefused(SIGNATURE_FORMAT, () -> accept(changed.getBytes(ISO_8859_1)));
  }

  private void assertRefusedLayout(Consumer<SignatureLayout> change) {
    var layout = new SignatureLayout(good);
    change.accept(layout);
    assertRefused(SIGNATURE_FORMAT, () -> accept(layout.armoured()));
  }
}
