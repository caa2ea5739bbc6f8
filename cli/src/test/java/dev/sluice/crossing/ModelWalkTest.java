package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The random walk of the protocol's model, on the real code: sites with real stores, a folder as
 * the bag of sticks. {@code -Dsluice.walk=STEPS} walks further, {@code -Dsluice.walk.seed=N}
 * elsewhere.
 */
class ModelWalkTest {
  private static final int STEPS = Integer.getInteger("sluice.walk", 300);
  private static final long SEED = Long.getLong("sluice.walk.seed", 1);
  private static final int DEPTH = 80;

  /** Syncs cost nothing there; that nothing is lost without them is for other tests. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "sluice-walk")
            : Files.createTempDirectory("sluice-walk");
  }

  @AfterEach
  void removeFolder() throws IOException {
    PrivateFiles.clear(folder);
  }

  @Test
  void randomStories_converge_loseNothing_andApplyNothingTwice() throws Exception {
    TestPair pair = TestPair.create(AgeSuite.X25519);
    int steps = 0;
    int refused = 0;
    int walks = 0;
    for (long seed = SEED; steps < STEPS; seed++) {
      try (var walk = new Walk(pair, folder.resolve("walk-" + seed), seed)) {
        walk.run(DEPTH);
        walks++;
        steps += walk.steps();
        refused += walk.refused();
      } catch (Exception | AssertionError e) {
        throw new AssertionError("-Dsluice.walk.seed=" + seed, e);
      }
    }
    assertThat(refused).as("refused bundles in %s walks of %s steps", walks, steps).isPositive();
  }
}
