package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.exporter.ExportReport;
import dev.sluice.state.feed.Continuity.Verdict;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * One random story of two sites: edits, bundles that are lost, repeated and reordered, silent
 * restores, recoveries. Afterwards a few trips without faults must bring both sites in step, with
 * every edit that any of them still held.
 */
final class Walk implements AutoCloseable {
  private static final int MOST_RESTORES = 4;
  private static final int MOST_TRIPS = 12;

  private final Path folder;
  private final Random random;
  private final List<WalkSide> sides;
  private final List<List<ExportReport>> sticks = List.of(new ArrayList<>(), new ArrayList<>());
  private final boolean[] forked = new boolean[2];
  private final List<String> story = new ArrayList<>();
  private int names;
  private int restores;
  private int refused;

  Walk(TestPair pair, Path folder, long seed) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.random = new Random(seed);
    this.sides =
        List.of(
            new WalkSide(
                Site.create(pair, Direction.LOW_TO_HIGH, folder.resolve("low")),
                folder.resolve("low.bak")),
            new WalkSide(
                Site.create(pair, Direction.HIGH_TO_LOW, folder.resolve("high")),
                folder.resolve("high.bak")));
  }

  int steps() {
    return story.size();
  }

  int refused() {
    return refused;
  }

  /** Walks, then comes to an end without faults. */
  void run(int depth) throws Exception {
    try {
      sides.get(0).edit(name());
      while (story.size() < depth) {
        step(random.nextInt(2), random.nextInt(20));
      }
      complete();
    } catch (Exception | AssertionError e) {
      throw new AssertionError(String.join(", ", story), e);
    }
  }

  private void step(int i, int choice) throws Exception {
    WalkSide side = sides.get(i);
    Set<String> before = side.live();
    if (choice < 2) {
      restoreOrBackUp(i);
      return;
    }
    if (side.isFrozen()) {
      if (choice < 8) {
        tell(i, "recover");
        side.recover();
      }
    } else if (choice < 6) {
      tell(i, "edit");
      side.edit(name());
    } else if (choice < 11) {
      tell(i, "export");
      export(i);
    } else if (choice < 17) {
      takeAny(i);
    } else {
      tell(i, "apply");
      side.apply();
    }
    assertThat(known(side)).as("%s keeps what it knew", name(i)).containsAll(before);
  }

  private void restoreOrBackUp(int i) throws Exception {
    WalkSide side = sides.get(i);
    if (!side.isBackedUp() || random.nextInt(3) == 0) {
      tell(i, "backup");
      side.backUp();
    } else if (restores < MOST_RESTORES) {
      tell(i, "restore");
      restores++;
      side.restore();
    }
  }

  private ExportReport export(int i) throws Exception {
    ExportReport bundle = sides.get(i).export(folder.resolve("stick-" + names++));
    sticks.get(i).add(bundle);
    return bundle;
  }

  private void takeAny(int i) throws Exception {
    List<ExportReport> there = sticks.get(1 - i);
    if (!there.isEmpty()) {
      int newest = there.size() - 1;
      int which = random.nextBoolean() ? newest : random.nextInt(there.size());
      take(i, there.get(which));
    }
  }

  private void take(int i, ExportReport bundle) throws Exception {
    Optional<Verdict> verdict = sides.get(i).take(bundle);
    tell(i, "import " + bundle.number() + " " + verdict.map(Verdict::name).orElse("ok"));
    if (verdict.isPresent()) {
      refused++;
      assertThat(restores).as("an alarm, and nobody was restored").isPositive();
      forked[1 - i] |= verdict.get() == Verdict.FORK;
    }
  }

  /** Sticks go to and fro, nothing is lost, and people do what the messages say. */
  private void complete() throws Exception {
    var held = new TreeSet<String>();
    for (WalkSide side : sides) {
      held.addAll(known(side));
    }
    story.add("| complete");
    for (int trip = 0; trip < MOST_TRIPS && !inStep(); trip++) {
      for (int i = 0; i < 2; i++) {
        heal(i);
        ExportReport bundle = export(i);
        if (!sides.get(1 - i).isFrozen()) {
          take(1 - i, bundle);
        }
      }
    }
    assertThat(inStep()).as("in step").isTrue();
    assertThat(sides.get(0).live()).as("what both have").isEqualTo(sides.get(1).live());
    assertThat(sides.get(0).live()).as("every edit that was held").containsAll(held);
  }

  private void heal(int i) throws Exception {
    WalkSide side = sides.get(i);
    if (side.isFrozen() || forked[i]) {
      tell(i, "recover");
      side.recover();
      forked[i] = false;
    }
    side.apply();
    if (i == 0 && side.hasConflict()) {
      tell(i, "resolve");
      side.resolve(name());
    }
  }

  private boolean inStep() throws Exception {
    for (WalkSide side : sides) {
      if (side.isFrozen() || !side.isIdle()) {
        return false;
      }
    }
    return sides.get(0).live().equals(sides.get(1).live());
  }

  private static Set<String> known(WalkSide side) throws Exception {
    var known = new TreeSet<>(side.live());
    known.addAll(side.waiting());
    return known;
  }

  private String name() {
    return "e" + names++;
  }

  private void tell(int i, String what) {
    story.add(name(i) + " " + what);
  }

  private static String name(int i) {
    return i == 0 ? "low" : "high";
  }

  @Override
  public void close() throws IOException, StoreException {
    for (WalkSide side : sides) {
      side.close();
    }
    PrivateFiles.clear(folder);
  }
}
