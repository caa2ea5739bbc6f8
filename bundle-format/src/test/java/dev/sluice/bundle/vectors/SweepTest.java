package dev.sluice.bundle.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sluice.bundle.model.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One flipped bit, or one byte less, anywhere on the stick: never accepted, and never another
 * exception than a refusal.
 *
 * <p>Each mutation is written to the file and read back the way an importer does. A build tries a
 * seeded choice of them; {@code -Dsluice.sweep=full} tries every bit and every length.
 */
class SweepTest {
  private static final boolean FULL = System.getProperty("sluice.sweep", "").equals("full");
  private static final int CHOICE = 400;

  @TempDir Path temporary;

  @Test
  void everyFlippedBit_isRefused() throws IOException {
    Map<String, byte[]> good = writeGood();
    assertThat(accepted()).isTrue();
    for (var file : good.entrySet()) {
      for (int bit : choice(8 * file.getValue().length)) {
        byte[] bad = file.getValue().clone();
        bad[bit / 8] ^= (byte) (1 << bit % 8);
        assertRefused(file.getKey(), bad, "bit " + bit);
      }
      Files.write(temporary.resolve(file.getKey()), file.getValue());
    }
    assertThat(accepted()).isTrue();
  }

  @Test
  void everyShorterFile_isRefused() throws IOException {
    for (var file : writeGood().entrySet()) {
      for (int length : choice(file.getValue().length)) {
        assertRefused(file.getKey(), Arrays.copyOf(file.getValue(), length), "length " + length);
      }
      Files.write(temporary.resolve(file.getKey()), file.getValue());
    }
    assertThat(accepted()).isTrue();
  }

  private Map<String, byte[]> writeGood() throws IOException {
    var forge = new Forge("sweep", Party.CLASSIC.pair(), Direction.LOW_TO_HIGH);
    Map<String, byte[]> files = forge.make();
    for (var file : files.entrySet()) {
      Files.write(temporary.resolve(file.getKey()), file.getValue());
    }
    return files;
  }

  private static List<Integer> choice(int count) {
    var all = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      all.add(i);
    }
    Collections.shuffle(all, new Random(count));
    return FULL ? all : all.subList(0, Math.min(CHOICE, count));
  }

  private void assertRefused(String name, byte[] bad, String what) throws IOException {
    Files.write(temporary.resolve(name), bad);
    if (accepted()) {
      fail("%s with another %s is accepted", name, what);
    }
  }

  private boolean accepted() throws IOException {
    return Verdict.verifying(temporary, Party.CLASSIC, Direction.LOW_TO_HIGH).isEmpty();
  }
}
