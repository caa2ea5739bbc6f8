package dev.sluice.bundle.vectors;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.testing.SeededRandom;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The pairings of the vectors, with keys that everybody may know. */
enum Party {
  /** Low and high laboratory, classic suite, encrypted both ways. */
  CLASSIC(AgeSuite.X25519, PayloadMode.AGE, "high-lab"),
  /** The same sides, hybrid suite. */
  HYBRID(AgeSuite.MLKEM768X25519, PayloadMode.AGE, "high-lab"),
  /** The same sides, bare tar on the way down. */
  PLAIN(AgeSuite.X25519, PayloadMode.PLAIN, "high-lab"),
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

  TestPair pair() {
    return PAIRS.computeIfAbsent(this, Party::create);
  }

  private TestPair create() {
    TestSide low = side("low-lab", Direction.LOW_TO_HIGH);
    return TestPair.of(low, side(high, Direction.HIGH_TO_LOW), suite, down);
  }

  static Party of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
