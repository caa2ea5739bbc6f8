package dev.sluice.bundle.testing;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.SignedPairing;
import java.time.LocalDate;
import java.util.Map;

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
    ConfirmedPairing confirmed =
        SignedPairing.unsigned(pairing)
            .signedBy(Direction.LOW_TO_HIGH, low.key())
            .signedBy(Direction.HIGH_TO_LOW, high.key())
            .confirmed()
            .orElseThrow();
    return new TestPair(low, high, confirmed);
  }

  public TestSide sender(Direction direction) {
    return direction == Direction.LOW_TO_HIGH ? low : high;
  }

  public TestSide recipient(Direction direction) {
    return sender(direction.reverse());
  }
}
