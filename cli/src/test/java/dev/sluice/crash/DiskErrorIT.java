package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.crash.Watched.Break;
import dev.sluice.state.files.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets one system call of the real process fail, as a broken or a full disk would. {@code
 * -Dsluice.crash.errors=N} tries so many.
 */
@Tag("stock")
class DiskErrorIT {
  private static final int ERRORS = Integer.getInteger("sluice.crash.errors", 40);
  private static final int UNEXPECTED = 1;

  @TempDir static Path folder;

  private static Watched watched;
  private static List<Leg> legs;
  private static Map<Step, List<Digest>> states;

  /** Which call fails, and how. */
  private record Failure(Leg leg, int number, Break how) {
    @Override
    public String toString() {
      return "%s, %s at %d (%s)".formatted(leg.step(), how, number, leg.effects().get(number));
    }
  }

  @BeforeAll
  static void record() throws Exception {
    watched = Watched.compile(folder);
    legs = Journey.record(folder, watched);
    states = Journey.states(legs, folder.resolve("scratch"));
  }

  @Test
  void failedCall_isReported_leavesAStateOfTheCommand_andTheSameCommandHeals() throws Exception {
    List<Failure> failures = failures();
    var broken = new ArrayList<String>();
    int reported = 0;
    for (Failure failure : failures) {
      Path site = folder.resolve("site");
      failure.leg().prepare(site);
      List<String> words = failure.leg().words(site);
      Outcome outcome = watched.run(site, failure.number(), failure.how(), words);
      reported += outcome.exit() == ExitCode.OK.number() ? 0 : 1;
      check(failure.leg(), outcome, site).forEach(fault -> broken.add(failure + ": " + fault));
      PrivateFiles.clear(site);
    }
    assertThat(broken).as("of %d failures", failures.size()).isEmpty();
    assertThat(reported)
        .as("reported of %d failures", failures.size())
        .isGreaterThan(failures.size() / 2);
  }

  private static List<String> check(Leg leg, Outcome outcome, Path site) throws Exception {
    var faults = new ArrayList<String>();
    List<Digest> made = states.get(leg.step());
    String said = outcome.out() + outcome.err();
    if (outcome.exit() == UNEXPECTED || said.contains("Exception") || said.contains("\tat ")) {
      faults.add("it is no error for a person: " + outcome);
    }
    Digest state = SiteState.proved(leg.step().store(site));
    if (!made.contains(state)) {
      faults.add("a state that no commit made");
    }
    boolean isDone = state.equals(made.get(made.size() - 1));
    if (outcome.exit() == ExitCode.OK.number() && !isDone) {
      faults.add("it says that it has done what it has not: " + outcome);
    }
    leg.heal(site, made).ifPresent(faults::add);
    return faults;
  }

  private static List<Failure> failures() {
    var all = new ArrayList<Failure>();
    for (Leg leg : legs) {
      for (int number = 0; number < leg.effects().size(); number++) {
        all.add(new Failure(leg, number, Break.IO));
        all.add(new Failure(leg, number, Break.FULL));
      }
    }
    Collections.shuffle(all, new Random(11));
    return all.subList(0, Math.min(ERRORS, all.size()));
  }
}
