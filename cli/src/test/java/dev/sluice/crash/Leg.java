package dev.sluice.crash;

import dev.sluice.canonical.Digest;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One command of a journey, as it went undisturbed.
 *
 * @param before the folder before it
 * @param effects what it did
 * @param request the request that the journey is about
 * @param received what the other side makes of an export; what this side has after any other step
 */
record Leg(Step step, Disk before, List<Effect> effects, String request, List<String> received) {

  /** The states of the site from first to last, as its commits make them. */
  List<Digest> states(Path scratch) throws Exception {
    var states = new ArrayList<Digest>();
    Disk disk = before.copy();
    states.add(state(disk, scratch));
    for (Effect effect : effects) {
      disk.apply(effect);
      if (effect.path().contains("sluice.db")) {
        Digest state = state(disk, scratch);
        if (!state.equals(states.get(states.size() - 1))) {
          states.add(state);
        }
      }
    }
    return List.copyOf(states);
  }

  private Digest state(Disk disk, Path scratch) throws Exception {
    Path store = step.store(Path.of(""));
    disk.after(PowerCut.SPARES_ALL).below(store.toString()).write(scratch);
    try {
      return SiteState.proved(scratch.resolve(store));
    } finally {
      PrivateFiles.clear(scratch);
    }
  }

  List<String> words(Path folder) {
    return step.words(folder, request);
  }

  /**
   * Types the command again after a crash; what is wrong then, if anything is. An approval that was
   * given already is given again, and so becomes one more.
   */
  Optional<String> heal(Path folder, List<Digest> states) throws Exception {
    Digest last = states.get(states.size() - 1);
    boolean wasDone = SiteState.proved(step.store(folder)).equals(last);
    Outcome again = run(words(folder));
    boolean isSeenAlready = wasDone && again.exit() == ExitCode.REPLAY.number();
    if (again.exit() != ExitCode.OK.number() && !isSeenAlready) {
      return Optional.of("the command cannot be run again: " + again.err());
    }
    if (step == Step.APPROVE && wasDone) {
      return Optional.empty();
    }
    return step.isExport() ? arrive(folder) : compare(SiteState.proved(step.store(folder)), last);
  }

  private static Optional<String> compare(Digest is, Digest wanted) {
    return is.equals(wanted)
        ? Optional.empty()
        : Optional.of("the command that was run again ends in another state");
  }

  /** A bundle that was broken off stays on the stick and may be refused; nothing may be missing. */
  private Optional<String> arrive(Path folder) throws Exception {
    Outcome arrival = run(step.arrival().words(folder, request));
    return SiteState.received(step.arrival().store(folder)).equals(received)
        ? Optional.empty()
        : Optional.of("the bundle that was exported again does not arrive: " + arrival.err());
  }

  private static Outcome run(List<String> words) {
    return new PretendedProcess().run(words.toArray(String[]::new));
  }

  /** The same with other effects. */
  Leg with(List<Effect> others) {
    return new Leg(step, before, List.copyOf(others), request, received);
  }

  /** The folder before the command, written out. */
  void prepare(Path folder) throws IOException {
    before.copy().after(PowerCut.SPARES_ALL).write(folder);
  }
}
