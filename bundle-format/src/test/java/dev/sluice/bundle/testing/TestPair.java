package dev.sluice.bundle.testing;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.SignedPairing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A low and a high side that have confirmed each other. */
public record TestPair(TestSide low, TestSide high, ConfirmedPairing pairing) {
  public static TestPair create(AgeSuite suite) {
    return create(suite, PayloadMode.AGE);
  }

  /** A pair whose way down is packed as {@code down} says. */
  public static TestPair create(AgeSuite suite, PayloadMode down) {
    return of(
        TestSide.create("low-lab", Direction.LOW_TO_HIGH),
        TestSide.create("high-lab", Direction.HIGH_TO_LOW),
        suite,
        down);
  }

  public static TestPair of(TestSide low, TestSide high, AgeSuite suite, PayloadMode down) {
    var pairing =
        new Pairing(
            low.card(),
            high.card(),
            suite,
            Map.of(Direction.LOW_TO_HIGH, PayloadMode.AGE, Direction.HIGH_TO_LOW, down),
            LocalDate.of(2030, 1, 1));
    return new TestPair(low, high, signed(pairing, low, high).confirmed().orElseThrow());
  }

  /** A pair of the classic suite whose pairing demands more than one good signature. */
  public static TestPair demanding(Set<Demand> demands) {
    return demanding(
        TestSide.create("low-lab", Direction.LOW_TO_HIGH),
        TestSide.create("high-lab", Direction.HIGH_TO_LOW),
        demands);
  }

  /** The same, of these sides. */
  public static TestPair demanding(TestSide low, TestSide high, Set<Demand> demands) {
    var pairing =
        new Pairing(
            low.cardWithComposite(),
            high.cardWithComposite(),
            AgeSuite.X25519,
            Map.of(Direction.LOW_TO_HIGH, PayloadMode.AGE, Direction.HIGH_TO_LOW, PayloadMode.AGE),
            LocalDate.of(2030, 1, 1),
            demands,
            Optional.empty());
    return new TestPair(low, high, signed(pairing, low, high).confirmed().orElseThrow());
  }

  /** {@code pairing} with the signatures of both sides. */
  public static SignedPairing signed(Pairing pairing, TestSide low, TestSide high) {
    try {
      return SignedPairing.unsigned(pairing)
          .signedBy(Direction.LOW_TO_HIGH, low.key())
          .signedBy(Direction.HIGH_TO_LOW, high.key());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestSide sender(Direction direction) {
    return direction == Direction.LOW_TO_HIGH ? low : high;
  }

  public TestSide recipient(Direction direction) {
    return sender(direction.reverse());
  }
}
