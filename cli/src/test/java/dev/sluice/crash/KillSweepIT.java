package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.crash.Watched.Break;
import dev.sluice.state.files.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the real process before a system call, or in the middle of a write; of some points also ends
 * the process that repairs what the first one left. {@code -Dsluice.crash.points=N} tries so many.
 */
@Tag("stock")
class KillSweepIT {
  private static final int POINTS = Integer.getInteger("sluice.crash.points", 500);
  private static final int KILLED = 128 + 9;

  @TempDir static Path folder;

  private static Watched watched;
  private static List<Leg> legs;
  private static Map<Step, List<Digest>> states;

  /**
   * Where a process ends.
   *
   * @param again where the one ends that runs the same command after it
   */
  private record Point(Leg leg, int number, Break how, OptionalInt again) {
    @Override
    public String toString() {
      return "%s, %s at %d (%s), then %s"
          .formatted(leg.step(), how, number, leg.effects().get(number), again);
    }
  }

  @BeforeAll
  static void record() throws Exception {
    watched = Watched.compile(folder);
    legs = Journey.record(folder, watched);
    states = Journey.states(legs, folder.resolve("scratch"));
  }

  @Test
  void everyCommand_hasOnlyTheStatesThatItsCommitsMake() {
    states.forEach(
        (step, made) -> assertThat(made).as("%s", step).hasSize(step.isExport() ? 4 : 2));
  }

  @Test
  void killedProcess_leavesAStateOfItsCommits_andTheSameCommandHeals() throws Exception {
    List<Point> points = points();
    var broken = new ArrayList<String>();
    for (Point point : points) {
      Path site = folder.resolve("site");
      point.leg().prepare(site);
      check(point, site).forEach(fault -> broken.add(point + ": " + fault));
      PrivateFiles.clear(site);
    }
    assertThat(broken).as("of %d points", points.size()).isEmpty();
  }

  private static List<String> check(Point point, Path site) throws Exception {
    var faults = new ArrayList<String>();
    Leg leg = point.leg();
    List<String> words = leg.words(site);
    var killed = watched.run(site, point.number(), point.how(), words);
    if (killed.exit() != KILLED) {
      faults.add("the process was not ended: " + killed);
    }
    if (point.again().isPresent()) {
      watched.run(site, point.again().getAsInt(), Break.KILL, words);
    }
    List<Digest> made = states.get(leg.step());
    boolean isKnown = made.contains(SiteState.proved(leg.step().store(site)));
    if (!isKnown && !(point.again().isPresent() && leg.step().isExport())) {
      faults.add("a state that no commit made");
    }
    leg.heal(site, made).ifPresent(faults::add);
    return faults;
  }

  /** Single points in a seeded order, and when they do not suffice, pairs. */
  private static List<Point> points() {
    var single = new ArrayList<Point>();
    for (Leg leg : legs) {
      for (int i = 0; i < leg.effects().size(); i++) {
        single.add(new Point(leg, i, Break.KILL, OptionalInt.empty()));
        if (leg.effects().get(i).canTear()) {
          single.add(new Point(leg, i, Break.TEAR, OptionalInt.empty()));
        }
      }
    }
    var random = new Random(4);
    Collections.shuffle(single, random);
    var points = new ArrayList<>(single.subList(0, Math.min(POINTS, single.size())));
    while (points.size() < POINTS) {
      Point first = single.get(random.nextInt(single.size()));
      int again = random.nextInt(first.leg().effects().size());
      points.add(new Point(first.leg(), first.number(), first.how(), OptionalInt.of(again)));
    }
    return points;
  }
}
