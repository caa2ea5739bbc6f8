package dev.sluice.crash;

import dev.sluice.canonical.Digest;
import dev.sluice.state.files.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes the images that power cuts leave of a command, and looks at each. */
final class PowerCuts {
  private final List<Digest> states;
  private final Path scratch;
  private final int cuts;
  private final int healed;
  private final Random random = new Random(8);
  private final Set<Digest> seen = new HashSet<>();
  private final Map<Digest, Integer> known = new HashMap<>();

  /**
   * @param states that the site may be in
   * @param scratch where an image is written out
   * @param cuts random images at each place
   * @param healed of how many images one is repaired
   */
  PowerCuts(List<Digest> states, Path scratch, int cuts, int healed) {
    this.states = states;
    this.scratch = scratch;
    this.cuts = cuts;
    this.healed = healed;
  }

  /** How many different images there were. */
  int images() {
    return seen.size();
  }

  /** The first thing that is wrong after a cut at any place of the command. */
  Optional<String> fault(Leg leg) throws Exception {
    Disk disk = leg.before().copy();
    var progress = new Progress(leg, finished(leg));
    for (int done = 0; done <= leg.effects().size(); done++) {
      if (done > 0) {
        disk.apply(leg.effects().get(done - 1));
      }
      for (PowerCut cut : cuts()) {
        Image image = disk.after(cut);
        boolean isEnd = done == leg.effects().size();
        if (seen.add(image.digest()) || isEnd) {
          Optional<String> fault = progress.check(image, isEnd);
          if (fault.isPresent()) {
            return Optional.of("cut after " + done + " effects: " + fault.get());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Image finished(Leg leg) {
    Disk disk = leg.before().copy();
    leg.effects().forEach(disk::apply);
    return disk.after(PowerCut.SPARES_ALL).below(leg.step().stick());
  }

  private List<PowerCut> cuts() {
    var all =
        new ArrayList<>(
            List.of(
                PowerCut.SPARES_NOTHING,
                PowerCut.SPARES_NAMES,
                PowerCut.SPARES_BYTES,
                PowerCut.SPARES_ALL,
                PowerCut.ON_FAT));
    for (int i = 0; i < cuts; i++) {
      all.add(PowerCut.by(random));
    }
    return all;
  }

  /** The promises that hold at every place of one command. */
  private final class Progress {
    private final Leg leg;
    private final Image finished;

    Progress(Leg leg, Image finished) {
      this.leg = leg;
      this.finished = finished;
    }

    Optional<String> check(Image image, boolean isEnd) throws Exception {
      int state;
      try {
        state = state(image.below(leg.step().store(Path.of("")).toString()));
      } catch (AssertionError | Exception e) {
        return Optional.of("the site is damaged: " + e);
      }
      if (state < 0) {
        return Optional.of("a state that no commit made");
      }
      if (isEnd && state < states.size() - 1) {
        return Optional.of("what the command said it did is not there");
      }
      if (leg.step().isExport()) {
        boolean isWhole = image.below(leg.step().stick()).digest().equals(finished.digest());
        if (isWhole && state < states.size() - 2) {
          return Optional.of("a bundle is on the stick and the site does not know it");
        }
        if (isEnd && !isWhole) {
          return Optional.of("the bundle that the command said it wrote is not there");
        }
      }
      return seen.size() % healed == 0 ? heal(image) : Optional.empty();
    }

    private int state(Image store) throws Exception {
      Digest content = store.digest();
      if (!known.containsKey(content)) {
        store.write(scratch);
        try {
          known.put(content, states.indexOf(SiteState.proved(leg.step().store(scratch))));
        } finally {
          PrivateFiles.clear(scratch);
        }
      }
      return known.get(content);
    }

    private Optional<String> heal(Image image) throws Exception {
      image.write(scratch);
      try {
        return leg.heal(scratch, states);
      } finally {
        PrivateFiles.clear(scratch);
      }
    }
  }
}
