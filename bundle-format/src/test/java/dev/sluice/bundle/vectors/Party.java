package dev.sluice.bundle.vectors;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.testing.SeededRandom;
import dev.sluice.bundle.testing.SoftToken;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The pairings of the vectors, with keys that everybody may know. */
enum Party {
  /** Low and high laboratory, classic suite, encrypted both ways. */
  CLASSIC(AgeSuite.X25519, PayloadMode.AGE, "high-lab"),
  /** The same sides, hybrid suite. */
  HYBRID(AgeSuite.MLKEM768X25519, PayloadMode.AGE, "high-lab"),
  /** The same sides, bare tar on the way down. */
  PLAIN(AgeSuite.X25519, PayloadMode.PLAIN, "high-lab"),
  /** The same sides, with a composite signature on each bundle. */
  COMPOSITE(AgeSuite.X25519, PayloadMode.AGE, "high-lab"),
  /** The same sides; the low one signs with a FIDO token that has to verify the person. */
  TOKEN(AgeSuite.X25519, PayloadMode.AGE, "high-lab"),
  /** The pairing that the reader had before, and that counts up to bundle 1. */
  SUPERSEDED(AgeSuite.X25519, PayloadMode.AGE, "high-lab"),
  /** The pairing of a low side whose key is revoked after bundle 1. */
  REVOKED(AgeSuite.X25519, PayloadMode.AGE, "high-lab"),
  /** The low laboratory with another high side; no reader of the vectors knows it. */
  ELSEWHERE(AgeSuite.X25519, PayloadMode.AGE, "high-archive");

  private static final Map<Party, TestPair> PAIRS = new EnumMap<>(Party.class);

  private final AgeSuite suite;
  private final PayloadMode down;
  private final String high;

  Party(AgeSuite suite, PayloadMode down, String high) {
    this.suite = suite;
    this.down = down;
    this.high = high;
  }

  /** A signing key of nobody's card. */
  static SigningKey stranger(String name) {
    return SigningKey.generate(SeededRandom.of("sluice vector key " + name));
  }

  private static TestSide side(String name, Direction sends) {
    return TestSide.create(name, sends, SeededRandom.of("sluice vector side " + name));
  }

  /** The FIDO token of the low side of {@link #TOKEN}. */
  static SoftToken token() {
    byte[] seed = new byte[32];
    SeededRandom.of("sluice vector token").nextBytes(seed);
    return new SoftToken(seed);
  }

  /** What the reader believes: the pair's pairing, as far as it counts. */
  List<ConfirmedPairing> believed() {
    ConfirmedPairing pairing = pair().pairing();
    return switch (this) {
      case SUPERSEDED -> List.of(Successor.of(pair()), superseded());
      case REVOKED -> List.of(pairing.revokedAfter(Direction.LOW_TO_HIGH, 1));
      default -> List.of(pairing);
    };
  }

  private ConfirmedPairing superseded() {
    try {
      return pair().pairing().supersededBy(Successor.of(pair()));
    } catch (PairingException e) {
      throw new AssertionError(e);
    }
  }

  TestPair pair() {
    return PAIRS.computeIfAbsent(this, Party::create);
  }

  private TestPair create() {
    TestSide low = side("low-lab", Direction.LOW_TO_HIGH);
    TestSide other = side(high, Direction.HIGH_TO_LOW);
    return switch (this) {
      case COMPOSITE -> TestPair.demanding(low, other, Set.of(Demand.COMPOSITE));
      case TOKEN -> Successor.withToken(low, other, token());
      default -> TestPair.of(low, other, suite, down);
    };
  }

  static Party of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
