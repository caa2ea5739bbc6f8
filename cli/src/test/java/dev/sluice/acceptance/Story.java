package dev.sluice.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.testing.LeakSearch;
import dev.sluice.cli.testing.OpenedBundles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/**
 * A whole story on both sides. With the property {@code sluice.stories=processes}, the sites forget
 * everything between two steps: each command is a process of its own, except in what a story begins
 * with. That takes minutes, so by default it is so where {@link #isAlwaysRestarted} says it.
 */
abstract class Story extends TwoSitesTest {
  /** To be written where people write what stays on their side. */
  static final String NOTE = "canary-of-a-note-33c1";

  private static final boolean RESTARTED =
      System.getProperty("sluice.stories", "").equals("processes");

  @BeforeEach
  final void restartForEachStep() {
    if (RESTARTED || isAlwaysRestarted()) {
      sites = sites.inProcesses();
    }
  }

  boolean isAlwaysRestarted() {
    return false;
  }

  /** Fails if one of {@code canaries} is in any file of the low side, or in what was carried. */
  final void assertAbsentOnLow(String... canaries) throws Exception {
    var search = new LeakSearch(canaries);
    search.assertAbsentFrom(folder.resolve("low"), folder.resolve("high/outbox"));
    var opened = new OpenedBundles(folder, "x25519");
    try (Stream<Path> all = Files.list(folder)) {
      for (Path stick : all.filter(path -> Files.isDirectory(path.resolve("SLUICE"))).toList()) {
        search.assertAbsentFrom(stick);
        opened.read(stick, search::assertAbsent);
      }
    }
  }

  /** Fails unless {@code canary} is in the store of the high side, where it should be. */
  final void assertPresentOnHigh(String canary) throws Exception {
    var search = new LeakSearch(canary);
    try (Stream<Path> files = Files.walk(folder.resolve("high/store"))) {
      var found = new ArrayList<Path>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        search.find(Files.readAllBytes(file)).ifPresent(place -> found.add(file));
      }
      assertThat(found).as("files with " + canary).isNotEmpty();
    }
  }
}
