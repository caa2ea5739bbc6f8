package dev.sluice.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.PairingLimit;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupersessionTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2032, 1, 1);

  private final TestPair pair = TestPair.create(AgeSuite.X25519);
  private final TestSide renewed = TestSide.create("low-lab", Direction.LOW_TO_HIGH);

  @TempDir Path folder;

  private Pairing next(long lastUp) {
    return pair.pairing()
        .pairing()
        .renewed(
            renewed.card(),
            Map.of(Direction.LOW_TO_HIGH, lastUp, Direction.HIGH_TO_LOW, 9L),
            LAST_DAY);
  }

  private SignedPairing signed(Pairing next) throws Exception {
    return SignedPairing.unsigned(next)
        .signedBy(Direction.LOW_TO_HIGH, renewed.key())
        .signedBy(Direction.HIGH_TO_LOW, pair.high().key());
  }

  @Test
  void successorSignedByOldAndNewKey_endsTheOldPairingAtItsNumbers() throws Exception {
    SignedPairing next = signed(next(4)).signedByFormer(Direction.LOW_TO_HIGH, pair.low().key());
    SignedPairing read = SignedPairing.parse(next.bytes());
    ConfirmedPairing ended = pair.pairing().supersededBy(read.confirmed().orElseThrow());
    assertThat(ended.limit(Direction.LOW_TO_HIGH))
        .contains(new PairingLimit(4, PairingLimit.Cause.SUPERSEDED));
    assertThat(ended.limit(Direction.HIGH_TO_LOW))
        .contains(new PairingLimit(9, PairingLimit.Cause.SUPERSEDED));
    assertThat(read.pairing().version()).isEqualTo(2);
    assertThat(read.confirmed()).isPresent();
  }

  @Test
  void successorThatTheOldKeyDidNotSign_isRefused() throws Exception {
    assertThatThrownBy(() -> pair.pairing().supersededBy(signed(next(4)).confirmed().orElseThrow()))
        .isInstanceOfSatisfying(
            PairingException.class,
            e -> assertThat(e.reason()).isEqualTo(PairingException.Reason.SIGNATURE_INVALID));
  }

  @Test
  void successorThatAStrangerSignedForTheOldKey_isRefused() throws Exception {
    SignedPairing forged = signed(next(4)).signedByFormer(Direction.LOW_TO_HIGH, renewed.key());
    assertThatThrownBy(() -> pair.pairing().supersededBy(forged.confirmed().orElseThrow()))
        .isInstanceOfSatisfying(
            PairingException.class,
            e -> assertThat(e.reason()).isEqualTo(PairingException.Reason.SIGNATURE_INVALID));
  }

  @Test
  void successorOfAnotherPairing_isRefused() throws Exception {
    SignedPairing next = signed(next(4)).signedByFormer(Direction.LOW_TO_HIGH, pair.low().key());
    ConfirmedPairing other = TestPair.create(AgeSuite.X25519).pairing();
    assertThatThrownBy(() -> other.supersededBy(next.confirmed().orElseThrow()))
        .isInstanceOfSatisfying(
            PairingException.class,
            e -> assertThat(e.reason()).isEqualTo(PairingException.Reason.NOT_A_SUCCESSOR));
  }

  @Test
  void changedNumberInASuccessor_losesItsSignatures() throws Exception {
    SignedPairing next = signed(next(4)).signedByFormer(Direction.LOW_TO_HIGH, pair.low().key());
    byte[] later =
        new String(next.bytes(), UTF_8)
            .replace("\"low-to-high\":4", "\"low-to-high\":5")
            .getBytes(UTF_8);
    assertThatThrownBy(() -> SignedPairing.parse(later))
        .isInstanceOfSatisfying(
            PairingException.class,
            e -> assertThat(e.reason()).isEqualTo(PairingException.Reason.SIGNATURE_INVALID));
  }

  @Test
  void bundlesUnderTheOldPairing_countUpToItsLastNumberAndAreRefusedByNameAfterIt()
      throws Exception {
    TestBundle.of(pair, Direction.LOW_TO_HIGH).numbered(4).writeTo(folder);
    assertThat(verify(pair.pairing().supersededBy(former(4)))).isEqualTo(4);
    assertRefused(pair.pairing().supersededBy(former(3)), RejectionReason.PAIRING_SUPERSEDED);
  }

  @Test
  void bundlesOfARevokedKey_countUpToTheLastNumberAndAreRefusedByNameAfterIt() throws Exception {
    TestBundle.of(pair, Direction.LOW_TO_HIGH).numbered(4).writeTo(folder);
    assertThat(verify(pair.pairing().revokedAfter(Direction.LOW_TO_HIGH, 4))).isEqualTo(4);
    assertRefused(
        pair.pairing().revokedAfter(Direction.LOW_TO_HIGH, 3), RejectionReason.KEY_REVOKED);
    assertThat(verify(pair.pairing().revokedAfter(Direction.HIGH_TO_LOW, 0))).isEqualTo(4);
  }

  @Test
  void pairingSupersededTwice_countsUpToTheLowerNumber() throws Exception {
    ConfirmedPairing second = former(9);
    TestSide third = TestSide.create("low-lab", Direction.LOW_TO_HIGH);
    Pairing last =
        second
            .pairing()
            .renewed(
                third.card(),
                Map.of(Direction.LOW_TO_HIGH, 6L, Direction.HIGH_TO_LOW, 20L),
                LAST_DAY);
    ConfirmedPairing newest =
        SignedPairing.unsigned(last)
            .signedBy(Direction.LOW_TO_HIGH, third.key())
            .signedByFormer(Direction.LOW_TO_HIGH, renewed.key())
            .signedBy(Direction.HIGH_TO_LOW, pair.high().key())
            .confirmed()
            .orElseThrow();
    ConfirmedPairing first = pair.pairing().supersededBy(second.supersededBy(newest));
    assertThat(first.limit(Direction.LOW_TO_HIGH).orElseThrow().last()).isEqualTo(6);
    assertThat(first.limit(Direction.HIGH_TO_LOW).orElseThrow().last()).isEqualTo(9);
    assertThatThrownBy(() -> pair.pairing().supersededBy(newest))
        .isInstanceOf(PairingException.class);
  }

  @Test
  void revocationAndSuccession_theStricterCounts() throws Exception {
    ConfirmedPairing revoked = pair.pairing().revokedAfter(Direction.LOW_TO_HIGH, 2);
    assertThat(revoked.supersededBy(former(4)).limit(Direction.LOW_TO_HIGH))
        .contains(new PairingLimit(2, PairingLimit.Cause.REVOKED));
    ConfirmedPairing superseded = pair.pairing().supersededBy(former(4));
    assertThat(superseded.revokedAfter(Direction.LOW_TO_HIGH, 7).limit(Direction.LOW_TO_HIGH))
        .contains(new PairingLimit(4, PairingLimit.Cause.SUPERSEDED));
  }

  private ConfirmedPairing former(long lastUp) throws Exception {
    return signed(next(lastUp))
        .signedByFormer(Direction.LOW_TO_HIGH, pair.low().key())
        .confirmed()
        .orElseThrow();
  }

  private long verify(ConfirmedPairing pairing) throws Exception {
    return BundleVerifier.verify(
            UntrustedBundle.at(folder, BundleLimits.STANDARD),
            Trust.ofSite(Direction.LOW_TO_HIGH, List.of(pairing)))
        .routing()
        .sequence();
  }

  private void assertRefused(ConfirmedPairing pairing, RejectionReason reason) {
    assertThatThrownBy(() -> verify(pairing))
        .isInstanceOfSatisfying(
            BundleRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
