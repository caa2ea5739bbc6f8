package dev.sluice.bundle.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sluice.bundle.vectors.Catalogue.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One flipped bit, or a shorter file, anywhere on the stick: never accepted, and never another
 * exception than a refusal.
 *
 * <p>Each mutation is written to the file and read back the way an importer does. A build tries a
 * seeded choice of {@value #FEW} flips in each bundle; {@code -Dsluice.sweep=N} tries N, and {@code
 * -Dsluice.sweep=full} every bit and every length of two bundles, and 100,000 flips of six more. A
 * file that ends at a multiple of 4 KiB, or one byte early, or is empty, is tried always.
 */
class SweepTest {
  private static final int FEW = 300;
  private static final int FULL_CHOICE = 100_000 / 6 + 1;
  private static final int BLOCK = 4096;
  private static final String SWEEP = System.getProperty("sluice.sweep", Integer.toString(FEW));
  private static final boolean FULL = SWEEP.equals("full");

  @TempDir Path temporary;

  /** Bundles that are tried whole when all is tried. */
  @Nested
  class Whole {
    @ParameterizedTest
    @ValueSource(strings = {"good-plainest", "good-plain"})
    void everyFlippedBit_isRefused(String name) throws IOException {
      new Sweep(name).flip(FULL ? Integer.MAX_VALUE : choice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"good-plainest", "good-plain"})
    void everyShorterFile_isRefused(String name) throws IOException {
      new Sweep(name).shorten(FULL ? Integer.MAX_VALUE : choice());
    }
  }

  /** Other suites, more volumes, other contents. */
  @Nested
  class Chosen {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "good-hybrid",
          "good-down",
          "good-several-volumes",
          "good-blob-in-pieces",
          "good-compressed",
          "good-empty-blob"
        })
    void flippedBitOrShorterFile_isRefused(String name) throws IOException {
      var sweep = new Sweep(name);
      sweep.flip(FULL ? FULL_CHOICE : choice());
      sweep.shorten(0);
    }
  }

  private static int choice() {
    return FULL ? FULL_CHOICE : Integer.parseInt(SWEEP);
  }

  /** One good bundle in a folder, of which one file at a time is bent. */
  private final class Sweep {
    private final Recipe recipe;
    private final Map<String, byte[]> files;
    private final Random random = new Random(1);

    Sweep(String name) throws IOException {
      recipe =
          Catalogue.recipes().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow();
      files = recipe.files();
      for (var file : files.entrySet()) {
        Files.write(temporary.resolve(file.getKey()), file.getValue());
      }
      assertThat(isAccepted()).isTrue();
    }

    /** Flips so many bits of the bundle, or all. */
    void flip(int most) throws IOException {
      int total = files.values().stream().mapToInt(content -> 8 * content.length).sum();
      NavigableSet<Integer> chosen = choose(most, total);
      int start = 0;
      for (var file : files.entrySet()) {
        int end = start + 8 * file.getValue().length;
        for (int position : chosen.subSet(start, end)) {
          int bit = position - start;
          byte[] bad = file.getValue().clone();
          bad[bit / 8] ^= (byte) (1 << bit % 8);
          assertRefused(file.getKey(), bad, "bit " + bit);
        }
        Files.write(temporary.resolve(file.getKey()), file.getValue());
        start = end;
      }
      assertThat(isAccepted()).isTrue();
    }

    /** Cuts each file at every block, at its ends, and so many times elsewhere. */
    void shorten(int most) throws IOException {
      for (var file : files.entrySet()) {
        int length = file.getValue().length;
        NavigableSet<Integer> lengths = choose(most / files.size(), length);
        for (int block = 0; block < length; block += BLOCK) {
          lengths.add(block);
        }
        lengths.add(length - 1);
        for (int shorter : lengths) {
          byte[] bad = Arrays.copyOf(file.getValue(), shorter);
          assertRefused(file.getKey(), bad, "length " + shorter);
        }
        Files.write(temporary.resolve(file.getKey()), file.getValue());
      }
      assertThat(isAccepted()).isTrue();
    }

    private NavigableSet<Integer> choose(int most, int total) {
      var chosen = new TreeSet<Integer>();
      if (most >= total) {
        for (int i = 0; i < total; i++) {
          chosen.add(i);
        }
      }
      while (chosen.size() < Math.min(most, total)) {
        chosen.add(random.nextInt(total));
      }
      return chosen;
    }

    private void assertRefused(String name, byte[] bad, String what) throws IOException {
      Files.write(temporary.resolve(name), bad);
      if (isAccepted()) {
        fail("%s: %s with another %s is accepted", recipe.name(), name, what);
      }
    }

    private boolean isAccepted() throws IOException {
      return Verdict.verifying(temporary, recipe.vector().pairing(), recipe.vector().incoming())
          .isEmpty();
    }
  }
}
