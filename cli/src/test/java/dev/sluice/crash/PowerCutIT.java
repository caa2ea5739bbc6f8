package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.crash.Effect.Kind;
import dev.sluice.state.files.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cuts the power after every system call: of what nobody had made durable nothing may be left, or
 * everything, or only names, or only bytes, or any part of it. {@code -Dsluice.crash.cuts=N} adds N
 * random parts at each place to those; {@code -Dsluice.crash.heal=N} runs the command again in one
 * of N images.
 *
 * <p>The controls take syncs out of the recording, or the order of two writes, and want the very
 * same checks to fail.
 */
@Tag("stock")
class PowerCutIT {
  private static final int CUTS = Integer.getInteger("sluice.crash.cuts", 1);
  private static final int HEALED = Integer.getInteger("sluice.crash.heal", 20);

  @TempDir static Path folder;

  private static final Map<Step, Leg> LEGS = new EnumMap<>(Step.class);
  private static final Map<Step, List<Digest>> STATES = new EnumMap<>(Step.class);

  @BeforeAll
  static void record() throws Exception {
    for (Leg leg : Journey.record(folder, Watched.compile(folder))) {
      LEGS.put(leg.step(), leg);
      STATES.put(leg.step(), leg.states(folder.resolve("scratch")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void powerCut_leavesAStateOfItsCommits_andTheSameCommandHeals(Step step, TestReporter reporter)
      throws Exception {
    PowerCuts cuts = cuts(step, HEALED);
    assertThat(cuts.fault(LEGS.get(step))).isEmpty();
    reporter.publishEntry(step + ": images after power cuts", Integer.toString(cuts.images()));
    assertThat(cuts.images()).isGreaterThan(LEGS.get(step).effects().size());
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnySync_thePowerCutIsNoticed(Step step) throws Exception {
    assertNoticed(step, effect -> effect.kind() == Kind.SYNC);
  }

  @ParameterizedTest
  @EnumSource
  void withoutSyncOfTheLog_thePowerCutIsNoticed(Step step) throws Exception {
    assertNoticed(step, effect -> isSync(effect, "sluice.db-wal"));
  }

  @Test
  void withoutSyncOfBlobs_thePowerCutIsNoticed() throws Exception {
    assertNoticed(Step.IMPORT_UP, effect -> isSync(effect, "/blobs/"));
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPORT_UP", "EXPORT_DOWN"})
  void withoutSecondSyncOnTheStick_thePowerCutIsNoticed(Step step) throws Exception {
    assertNoticed(
        step,
        effect ->
            isSync(effect, step.stick() + "/SLUICE/")
                && LEGS.get(step).effects().stream()
                    .anyMatch(rename -> rename.to().equals(effect.path())));
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPORT_UP", "EXPORT_DOWN"})
  void signatureBeforeTheCommitThatKnowsTheBundle_isNoticed(Step step) throws Exception {
    Leg leg = LEGS.get(step);
    List<Effect> effects = leg.effects();
    int published = last(effects, effects.size(), effect -> effect.path().contains("/SLUICE/"));
    int noted = last(effects, published, effect -> effect.path().endsWith("sluice.db-wal"));
    int sealed = last(effects, noted, effect -> effect.path().contains("/outbox/"));
    var early = new ArrayList<>(effects.subList(0, sealed + 1));
    early.addAll(effects.subList(noted + 1, published + 1));
    early.addAll(effects.subList(sealed + 1, noted + 1));
    early.addAll(effects.subList(published + 1, effects.size()));
    assertThat(cuts(step, Integer.MAX_VALUE).fault(leg.with(early))).isNotEmpty();
  }

  private static int last(List<Effect> effects, int before, Predicate<Effect> wanted) {
    int place = before - 1;
    while (!wanted.test(effects.get(place))) {
      place--;
    }
    return place;
  }

  private static boolean isSync(Effect effect, String part) {
    return effect.kind() == Kind.SYNC && effect.path().contains(part);
  }

  private static void assertNoticed(Step step, Predicate<Effect> left) throws Exception {
    Leg leg = LEGS.get(step);
    Stream<Effect> rest = leg.effects().stream().filter(effect -> !left.test(effect));
    assertThat(cuts(step, Integer.MAX_VALUE).fault(leg.with(rest.toList()))).isNotEmpty();
  }

  private static PowerCuts cuts(Step step, int healed) throws Exception {
    Path scratch = folder.resolve("image");
    PrivateFiles.clear(scratch);
    return new PowerCuts(STATES.get(step), scratch, CUTS, healed);
  }
}
