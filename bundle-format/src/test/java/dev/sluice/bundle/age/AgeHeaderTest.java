package dev.sluice.bundle.age;

import static dev.sluice.bundle.age.AgeFiles.RANDOM;
import static dev.sluice.bundle.age.AgeFiles.assertRefused;
import static dev.sluice.bundle.age.AgeFiles.bytes;
import static dev.sluice.bundle.age.AgeFiles.encrypt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeException.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class AgeHeaderTest {
  private static final String MAC = "--- " + "A".repeat(43) + "\n";
  private static final AgeRecipient HYBRID =
      AgeIdentity.generate(AgeSuite.MLKEM768X25519, RANDOM).recipient();
  private static final AgeRecipient CLASSIC =
      AgeIdentity.generate(AgeSuite.X25519, RANDOM).recipient();

  @Test
  void header_isReadWithoutAKeyAndNotOneByteFurther() throws Exception {
    byte[] file = encrypt(bytes(5), HYBRID, HYBRID);
    var source = new ByteArrayInputStream(file);
    AgeHeader header = AgeHeader.read(source);

    assertThat(header.stanzaTypes()).containsExactly("mlkem768x25519", "mlkem768x25519");
    assertThat(source.available()).isEqualTo(file.length - header.length()).isEqualTo(16 + 5 + 16);
    assertThat(header.plainLength(file.length)).hasValue(5);
    assertThat(header.plainLength(file.length - 6)).isEmpty();
  }

  @Test
  void policy_allowsExactlyWhatItNames() throws Exception {
    AgeHeader two = headerOf(encrypt(bytes(1), CLASSIC, CLASSIC));
    StanzaPolicy.exactly(AgeSuite.X25519, 2).check(two);
    StanzaPolicy.any().check(two);
    for (int count : new int[] {1, 3}) {
      assertRefused(
          Reason.STANZA_POLICY, () -> StanzaPolicy.exactly(AgeSuite.X25519, count).check(two));
    }
    assertRefused(
        Reason.STANZA_POLICY, () -> StanzaPolicy.exactly(AgeSuite.MLKEM768X25519, 2).check(two));
  }

  @Test
  void unknownStanzaBesideTheRightOne_isRefusedByPolicyOnly() throws Exception {
    String text = "age-encryption.org/v1\n-> X25519 x\n\n-> grease y\n\n" + MAC;
    AgeHeader header = read(text);
    StanzaPolicy.any().check(header);
    assertRefused(
        Reason.STANZA_POLICY, () -> StanzaPolicy.exactly(AgeSuite.X25519, 1).check(header));
  }

  @Test
  void headerOfMoreThan16Stanzas_isRefused() throws Exception {
    assertThat(read(stanzas(16)).stanzaTypes()).hasSize(16);
    assertRefused(Reason.HEADER, () -> read(stanzas(17)));
  }

  @Test
  void headerOfMoreThan64KiB_isRefusedWithoutReadingOn() throws Exception {
    String rest = "\n" + MAC;
    String line = "A".repeat(64) + "\n";
    String start = "age-encryption.org/v1\n-> x\n";
    int lines = (AgeHeader.MAX_LENGTH - start.length() - rest.length()) / line.length();
    assertThat(read(start + line.repeat(lines) + rest).stanzaTypes()).containsExactly("x");

    assertRefused(Reason.HEADER, () -> read(start + line.repeat(lines + 1) + rest));

    byte[] endless = (start + line.repeat(10_000)).getBytes(StandardCharsets.US_ASCII);
    var source = new ByteArrayInputStream(endless);
    assertRefused(Reason.HEADER, () -> AgeHeader.read(source));
    assertThat(endless.length - source.available()).isEqualTo(AgeHeader.MAX_LENGTH + 1);
  }

  @Test
  void headerWithoutStanza_isRefused() {
    assertRefused(Reason.HEADER, () -> read("age-encryption.org/v1\n" + MAC));
  }

  @Test
  void largestFileThatIsWritten_isRead() throws Exception {
    var sixteen = Collections.nCopies(AgeHeader.MAX_STANZAS, HYBRID).toArray(AgeRecipient[]::new);
    StanzaPolicy.exactly(AgeSuite.MLKEM768X25519, 16).check(headerOf(encrypt(bytes(1), sixteen)));
  }

  private static String stanzas(int count) {
    return "age-encryption.org/v1\n" + "-> x\n\n".repeat(count) + MAC;
  }

  private static AgeHeader headerOf(byte[] file) throws Exception {
    return AgeHeader.read(new ByteArrayInputStream(file));
  }

  private static AgeHeader read(String text) throws Exception {
    return headerOf(text.getBytes(StandardCharsets.US_ASCII));
  }
}
