package dev.sluice.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.PairingWords;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Digest;
import org.junit.jupiter.api.Test;

class PairingTest {
  private final TestPair pair = TestPair.create(AgeSuite.MLKEM768X25519);

  @Test
  void cardIsReadBack_andAnyChangeIsRefused() throws Exception {
    byte[] file = SignedCard.sign(pair.low().card(), pair.low().key()).bytes();
    assertThat(SignedCard.parse(file).card()).isEqualTo(pair.low().card());
    byte[] renamed = new String(file, UTF_8).replace("low-lab", "low-lub").getBytes(UTF_8);
    assertThatThrownBy(() -> SignedCard.parse(renamed))
        .isInstanceOfSatisfying(
            PairingException.class,
            e -> assertThat(e.reason()).isEqualTo(PairingException.Reason.SIGNATURE_INVALID));
  }

  @Test
  void cardSignedByAnotherKey_isRefused() throws Exception {
    byte[] file = SignedCard.sign(pair.low().card(), pair.high().key()).bytes();
    assertThatThrownBy(() -> SignedCard.parse(file)).isInstanceOf(PairingException.class);
  }

  @Test
  void pairingIsConfirmed_onlyWithBothSignatures() throws Exception {
    var unsigned = SignedPairing.unsigned(pair.pairing().pairing());
    var half = unsigned.signedBy(Direction.LOW_TO_HIGH, pair.low().key());
    assertThat(unsigned.confirmed()).isEmpty();
    assertThat(SignedPairing.parse(half.bytes()).confirmed()).isEmpty();
    var whole = half.signedBy(Direction.HIGH_TO_LOW, pair.high().key());
    assertThat(SignedPairing.parse(whole.bytes()).confirmed())
        .hasValueSatisfying(p -> assertThat(p.digest()).isEqualTo(pair.pairing().digest()));
  }

  @Test
  void signaturesOfTwoCopies_addUp_butOnlyOfTheSamePairing() throws Exception {
    var unsigned = SignedPairing.unsigned(pair.pairing().pairing());
    var low = unsigned.signedBy(Direction.LOW_TO_HIGH, pair.low().key());
    var high = unsigned.signedBy(Direction.HIGH_TO_LOW, pair.high().key());
    assertThat(unsigned.withSignaturesOf(low).withSignaturesOf(high).confirmed()).isPresent();
    var other = SignedPairing.unsigned(TestPair.create(AgeSuite.X25519).pairing().pairing());
    assertThat(other.withSignaturesOf(low).isSignedBy(Direction.LOW_TO_HIGH)).isFalse();
  }

  @Test
  void pairingWithWeakenedRules_losesItsSignatures() throws Exception {
    var whole =
        SignedPairing.unsigned(pair.pairing().pairing())
            .signedBy(Direction.LOW_TO_HIGH, pair.low().key())
            .signedBy(Direction.HIGH_TO_LOW, pair.high().key());
    byte[] weaker =
        new String(whole.bytes(), UTF_8)
            .replace("\"high-to-low\":\"age\"", "\"high-to-low\":\"plain\"")
            .getBytes(UTF_8);
    assertThatThrownBy(() -> SignedPairing.parse(weaker)).isInstanceOf(PairingException.class);
  }

  @Test
  void words_areEightAndMatchHoweverTyped() throws Exception {
    assertThat(PairingWords.of(Digest.ZERO)).hasSize(8).allMatch("babab"::equals);
    Digest digest = pair.pairing().digest();
    String spoken = String.join("-", PairingWords.of(digest)).toUpperCase(java.util.Locale.ROOT);
    assertThat(PairingWords.match(digest, "  " + spoken + " ")).isTrue();
    assertThat(PairingWords.match(Digest.ZERO, spoken)).isFalse();
  }
}
