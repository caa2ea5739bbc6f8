package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A request on its way up, approved and applied, and the answer on its way down. */
final class Journey {
  private static final int CODE_LINES = 4000;

  private Journey() {}

  /** Makes two sites below {@code folder} and takes down each command. */
  static List<Leg> record(Path folder, Watched watched) throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    TwoSites sites = TwoSites.paired(work);
    Files.createDirectory(work.resolve("up"));
    Files.createDirectory(work.resolve("down"));
    String code = "# as many lines as a blob of several pieces has\n".repeat(CODE_LINES);
    String request = TwoSites.typed(sites.submit("sum_of_numbers", "Research", code));
    var legs = new ArrayList<Leg>();
    for (Step step : Step.values()) {
      Disk before = Disk.load(work);
      Path log = folder.resolve(step + ".log");
      List<Effect> effects = watched.record(work, log, step.words(work, request));
      assertComplete(before, effects, work);
      if (step.name().startsWith("IMPORT")) {
        Leg export = legs.remove(legs.size() - 1);
        legs.add(
            new Leg(
                export.step(),
                export.before(),
                export.effects(),
                request,
                SiteState.received(step.store(work))));
      }
      legs.add(new Leg(step, before, effects, request, List.of()));
    }
    return List.copyOf(legs);
  }

  /** The states that the commits of each command make, from first to last. */
  static Map<Step, List<Digest>> states(List<Leg> legs, Path scratch) throws Exception {
    var states = new EnumMap<Step, List<Digest>>(Step.class);
    for (Leg leg : legs) {
      states.put(leg.step(), leg.states(scratch));
    }
    return states;
  }

  /**
   * What was written down, done again, gives what the process left: nothing escaped the library.
   */
  private static void assertComplete(Disk before, List<Effect> effects, Path work)
      throws Exception {
    Disk again = before.copy();
    effects.forEach(again::apply);
    assertThat(again.after(PowerCut.SPARES_ALL).digest())
        .isEqualTo(Disk.load(work).after(PowerCut.SPARES_ALL).digest());
  }
}
