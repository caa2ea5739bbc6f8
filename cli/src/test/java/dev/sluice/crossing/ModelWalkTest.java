package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.testing.TestPair;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The random walk of the protocol's model, on the real code: sites with real stores, a folder as
 * the bag of sticks. {@code -Dsluice.walk=STEPS} walks further, {@code -Dsluice.walk.seed=N}
 * elsewhere.
 */
class ModelWalkTest {
  private static final int STEPS = Integer.getInteger("sluice.walk", 200);
  private static final long SEED = Long.getLong("sluice.walk.seed", 1);
  private static final int DEPTH = 60;

  @Test
  void randomStories_converge_loseNothing_andApplyNothingTwice(@TempDir Path folder)
      throws Exception {
    TestPair pair = TestPair.create(AgeSuite.X25519);
    int steps = 0;
    int refused = 0;
    for (long seed = SEED; steps < STEPS; seed++) {
      try (var walk = new Walk(pair, folder.resolve("walk-" + seed), seed)) {
        walk.run(Math.min(DEPTH, STEPS - steps));
        steps += walk.steps();
        refused += walk.refused();
      } catch (Exception | AssertionError e) {
        throw new AssertionError("-Dsluice.walk.seed=" + seed, e);
      }
    }
    assertThat(refused).as("refused bundles in %s steps", steps).isPositive();
  }
}
