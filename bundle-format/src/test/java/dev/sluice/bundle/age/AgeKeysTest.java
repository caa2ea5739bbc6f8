package dev.sluice.bundle.age;

import static dev.sluice.bundle.age.AgeFiles.RANDOM;
import static dev.sluice.bundle.age.AgeFiles.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeException.Reason;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgeKeysTest {
  @ParameterizedTest
  @EnumSource(AgeSuite.class)
  void keys_roundTripThroughTheirTexts(AgeSuite suite) throws Exception {
    AgeIdentity identity = AgeIdentity.generate(suite, RANDOM);
    AgeRecipient recipient = identity.recipient();

    assertThat(recipient.suite()).isEqualTo(suite);
    assertThat(AgeRecipient.parse(recipient.toString())).isEqualTo(recipient);
    assertThat(AgeIdentity.parse(identity.revealSecret()).recipient()).isEqualTo(recipient);
  }

  @ParameterizedTest
  @EnumSource(AgeSuite.class)
  void texts_haveOneLegalCase(AgeSuite suite) {
    AgeIdentity identity = AgeIdentity.generate(suite, RANDOM);
    String secret = identity.revealSecret();
    String recipient = identity.recipient().toString();

    assertRefused(Reason.KEY, () -> AgeIdentity.parse(secret.toLowerCase(Locale.ROOT)));
    assertRefused(Reason.KEY, () -> AgeRecipient.parse(recipient.toUpperCase(Locale.ROOT)));
    assertRefused(Reason.KEY, () -> AgeIdentity.parse(recipient));
    assertRefused(Reason.KEY, () -> AgeRecipient.parse(secret));
  }

  @Test
  void texts_haveTheLengthsOfTheSpecification() {
    AgeIdentity hybrid = AgeIdentity.generate(AgeSuite.MLKEM768X25519, RANDOM);
    assertThat(hybrid.recipient().toString()).startsWith("age1pq1").hasSize(1959);
    assertThat(hybrid.revealSecret()).startsWith("AGE-SECRET-KEY-PQ-1");
    AgeIdentity classic = AgeIdentity.generate(AgeSuite.X25519, RANDOM);
    assertThat(classic.recipient().toString()).startsWith("age1").hasSize(62);
    assertThat(classic.revealSecret()).startsWith("AGE-SECRET-KEY-1").hasSize(74);
  }

  @Test
  void fingerprint_isTheSha256OfTheText() throws Exception {
    String text = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    assertThat(AgeRecipient.parse(text).fingerprint())
        .hasToString("6a804773982840fa7eae3847079a53b0b140d678130dc68f1c7f72b5e5080d4f");
  }

  @ParameterizedTest
  @EnumSource(AgeSuite.class)
  void identity_doesNotPrintItsSecret(AgeSuite suite) {
    AgeIdentity identity = AgeIdentity.generate(suite, RANDOM);
    assertThat(identity.toString())
        .isEqualTo("identity of " + identity.recipient().fingerprint().hex());
  }

  @Test
  void keysOfWrongLengthOrLowOrder_areRefused() {
    for (AgeSuite suite : AgeSuite.values()) {
      String prefix = suite.recipientPrefix();
      int length = suite == AgeSuite.X25519 ? 32 : 1216;
      for (int wrong : new int[] {0, length - 1, length, length + 1}) {
        String text = Bech32.encode(prefix, new byte[wrong]);
        assertRefused(Reason.KEY, () -> AgeRecipient.parse(text));
      }
      for (int wrong : new int[] {0, 31, 33}) {
        String text = Bech32.encode(suite.identityPrefix(), new byte[wrong]);
        assertRefused(Reason.KEY, () -> AgeIdentity.parse(text));
      }
    }
  }

  @Test
  void refusedIdentity_isNotRepeatedInTheMessage() {
    String secret = AgeIdentity.generate(AgeSuite.X25519, RANDOM).revealSecret();
    String misspelt = secret.substring(0, secret.length() - 1) + "B";
    try {
      AgeIdentity.parse(misspelt);
    } catch (AgeException e) {
      assertThat(e).hasMessageNotContaining(secret.substring(16, 24));
      return;
    }
    throw new AssertionError("a misspelt identity was read");
  }

  @Test
  void suite_isNamedByStanzaTypeAndByWord() throws Exception {
    assertThat(Arrays.stream(AgeSuite.values()).map(AgeSuite::toString))
        .containsExactly("mlkem768x25519", "X25519");
    for (AgeSuite suite : AgeSuite.values()) {
      assertThat(AgeSuite.parse(suite.word())).isEqualTo(suite);
    }
    assertThat(AgeSuite.X25519.word()).isEqualTo("x25519");
    assertRefused(Reason.KEY, () -> AgeSuite.parse("X25519"));
  }
}
