package dev.sluice.bundle.vectors;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.testing.SeededRandom;
import dev.sluice.bundle.testing.SoftToken;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairings of the vectors that take more than two signatures by two key files. */
final class Successor {
  private static final LocalDate LAST_DAY = LocalDate.of(2030, 1, 1);

  private Successor() {}

  /** The pairing that takes the place of {@code pair}'s, with a new low key, after bundle 1. */
  static SignedPairing signed(TestPair pair) {
    TestSide renewed =
        TestSide.create(
            pair.low().name(), Direction.LOW_TO_HIGH, SeededRandom.of("sluice vector renewed low"));
    Pairing next =
        pair.pairing()
            .pairing()
            .renewed(
                renewed.card(),
                Map.of(Direction.LOW_TO_HIGH, 1L, Direction.HIGH_TO_LOW, 1L),
                LAST_DAY);
    try {
      return TestPair.signed(next, renewed, pair.high())
          .signedByFormer(Direction.LOW_TO_HIGH, pair.low().key());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static ConfirmedPairing of(TestPair pair) {
    return signed(pair).confirmed().orElseThrow();
  }

  /** A pair whose low card has the key of {@code token}, and that demands a verified person. */
  static TestPair withToken(TestSide low, TestSide high, SoftToken token) {
    return new TestPair(low, high, tokenPairing(low, high, token).confirmed().orElseThrow());
  }

  static SignedPairing tokenPairing(TestSide low, TestSide high, SoftToken token) {
    Card plain = low.card();
    var card =
        new Card(
            plain.name(),
            plain.sends(),
            plain.incarnation(),
            token.publicKey(),
            plain.recipients());
    var pairing =
        new Pairing(
            card,
            high.card(),
            AgeSuite.X25519,
            Map.of(Direction.LOW_TO_HIGH, PayloadMode.AGE, Direction.HIGH_TO_LOW, PayloadMode.AGE),
            LAST_DAY,
            Set.of(Demand.USER_VERIFICATION),
            Optional.empty());
    try {
      return SignedPairing.unsigned(pairing)
          .signedBy(Direction.LOW_TO_HIGH, token)
          .signedBy(Direction.HIGH_TO_LOW, high.key());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
