package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.exporter.ExportReport;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.feed.Continuity.Consequence;
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
  private static final List<ObjectId> OBJECTS =
      List.of(ObjectId.named("pj", "one"), ObjectId.named("pj", "two"));
  private static final int MOST_RESTORES = 8;
  private static final int MOST_TRIPS = 12;

  private final Path folder;
  private final Random random;
  private final List<WalkSide> sides;
  private final List<List<ExportReport>> sticks = List.of(new ArrayList<>(), new ArrayList<>());
  private final Holding[] held = new Holding[2];
  private final boolean[] forked = new boolean[2];
  private final List<String> story = new ArrayList<>();
  private int names;
  private final int mostRestores;
  private int restores;
  private int refused;
  private int alarms;

  Walk(TestPair pair, Path folder, long seed) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.random = new Random(seed);
    this.mostRestores = 1 + random.nextInt(MOST_RESTORES);
    this.sides =
        List.of(
            new WalkSide(
                Side.LOW,
                Site.create(pair, Direction.LOW_TO_HIGH, folder.resolve("low")),
                folder.resolve("low.bak")),
            new WalkSide(
                Side.HIGH,
                Site.create(pair, Direction.HIGH_TO_LOW, folder.resolve("high")),
                folder.resolve("high.bak")));
    held[0] = sides.get(0).holding();
    held[1] = sides.get(1).holding();
  }

  int steps() {
    return story.size();
  }

  int refused() {
    return refused;
  }

  /** Walks {@code depth} steps, then comes to an end without faults. */
  void run(int depth) throws Exception {
    try {
      edit(0);
      while (story.size() < depth) {
        step(random.nextInt(2), random.nextInt(20));
      }
      complete();
    } catch (Exception | AssertionError e) {
      throw new AssertionError(String.join(", ", story), e);
    }
  }

  private void step(int i, int choice) throws Exception {
    if (choice < 2) {
      restoreOrBackUp(i);
    } else if (held[i].isFrozen()) {
      if (choice < 8) {
        recover(i);
      }
    } else if (choice < 6) {
      edit(i);
    } else if (choice < 11) {
      export(i);
    } else if (choice < 17) {
      takeAny(i);
    } else {
      apply(i);
    }
  }

  private void restoreOrBackUp(int i) throws Exception {
    WalkSide side = sides.get(i);
    if (!side.isBackedUp() || random.nextInt(3) == 0) {
      side.backUp();
      done(i, "backup");
    } else if (restores < mostRestores) {
      side.restore();
      restores++;
      held[i] = side.holding();
      done(i, "restore");
    }
  }

  private void recover(int i) throws Exception {
    sides.get(i).recover();
    forked[i] = false;
    done(i, "recover");
  }

  private void edit(int i) throws Exception {
    String edit = name();
    int which = random.nextInt(OBJECTS.size());
    sides.get(i).edit(OBJECTS.get(which), edit);
    done(i, "edit %s of %d".formatted(edit, which));
  }

  private ExportReport export(int i) throws Exception {
    ExportReport bundle = sides.get(i).export(folder.resolve("stick-" + name()));
    sticks.get(i).add(bundle);
    done(i, "export %d [%d]".formatted(sticks.get(i).size() - 1, bundle.batches()));
    return bundle;
  }

  private void takeAny(int i) throws Exception {
    int there = sticks.get(1 - i).size();
    if (there > 0) {
      take(i, random.nextBoolean() ? there - 1 : random.nextInt(there));
    }
  }

  private void take(int i, int stick) throws Exception {
    Optional<Verdict> verdict = sides.get(i).take(sticks.get(1 - i).get(stick));
    if (verdict.isPresent()) {
      heed(i, verdict.get());
    }
    done(i, "import %d %s".formatted(stick, verdict.map(Verdict::name).orElse("")));
  }

  private void heed(int i, Verdict verdict) {
    refused++;
    assertThat(restores).as("restores before a refusal").isPositive();
    forked[1 - i] |= verdict == Verdict.FORK;
    if (verdict.consequence() == Consequence.FREEZE) {
      alarms++;
      assertThat(alarms)
          .as("alarms after %s restores", restores)
          .isLessThanOrEqualTo(restores * (restores + 1) / 2);
    }
  }

  private void apply(int i) throws Exception {
    sides.get(i).apply();
    done(i, "apply");
  }

  /** Tells a step, and that it lost nothing. */
  private void done(int i, String what) throws Exception {
    story.add((i == 0 ? "low " : "high ") + what);
    Holding before = held[i];
    Set<String> all = everything();
    held[i] = sides.get(i).holding();
    assertThat(held[i].liveEdits()).as("live").containsAll(before.liveEdits());
    assertThat(everything()).as("held by either").containsAll(all);
  }

  private Set<String> everything() {
    var all = new TreeSet<>(held[0].all());
    all.addAll(held[1].all());
    return all;
  }

  /** Sticks go to and fro, nothing is lost, and people do what the messages say. */
  private void complete() throws Exception {
    story.add("| complete");
    Set<String> all = everything();
    settle();
    assertThat(held[0].liveEdits()).as("every edit that was held").containsAll(all);
    story.add("| go on");
    edit(0);
    edit(1);
    settle();
  }

  private void settle() throws Exception {
    for (int trip = 0; trip < MOST_TRIPS && !inStep(); trip++) {
      for (int i = 0; i < 2; i++) {
        heal(i);
        export(i);
        if (!held[1 - i].isFrozen()) {
          take(1 - i, sticks.get(i).size() - 1);
        }
      }
    }
    assertThat(inStep())
        .as("in step: %s with %s", sides.get(0).waiting(), sides.get(1).waiting())
        .isTrue();
  }

  private void heal(int i) throws Exception {
    if (held[i].isFrozen() || forked[i]) {
      recover(i);
    }
    apply(i);
    while (sides.get(i).resolve(name())) {
      done(i, "resolve");
    }
  }

  /** Both sites show the same, and have nothing to say and nothing to decide. */
  private boolean inStep() throws Exception {
    return held[0].live().equals(held[1].live())
        && !held[0].isFrozen()
        && !held[1].isFrozen()
        && sides.get(0).isIdle()
        && sides.get(1).isIdle();
  }

  private String name() {
    names++;
    return "e" + names;
  }

  @Override
  public void close() throws IOException, StoreException {
    for (WalkSide side : sides) {
      side.close();
    }
    PrivateFiles.clear(folder);
  }
}
