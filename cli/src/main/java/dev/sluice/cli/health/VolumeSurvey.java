package dev.sluice.cli.health;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which volumes of one bundle are good, over all media that have some of them. */
public final class VolumeSurvey {
  private final SignedBundle bundle;
  private final Set<Volume> good = new LinkedHashSet<>();
  private final Set<Volume> bad = new LinkedHashSet<>();
  private boolean repeated;

  public VolumeSurvey(SignedBundle bundle) {
    this.bundle = bundle;
  }

  public SignedBundle bundle() {
    return bundle;
  }

  /**
   * Reads the volumes that {@code medium} has of the bundle; a damaged one does not stop it.
   *
   * @throws BundleRejectedException for one that breaks a rule
   */
  public void look(SignedBundle medium) throws IOException, BundleRejectedException {
    for (Volume volume : medium.present()) {
      try {
        medium.check(volume);
        repeated |= !good.add(volume);
      } catch (BundleRejectedException e) {
        if (e.reason() != RejectionReason.FILE_DAMAGED) {
          throw e;
        }
        bad.add(volume);
      }
    }
  }

  /** Whether there is a good copy of every volume. */
  public boolean isWhole() {
    return good.size() == bundle.manifest().volumes().size();
  }

  /** Whether there is more than one good copy of some volume. */
  boolean isRepeated() {
    return repeated;
  }

  public List<Volume> good() {
    return List.copyOf(good);
  }

  /** Volumes of which every copy is damaged. */
  public List<Volume> damaged() {
    return wanting().stream().filter(bad::contains).toList();
  }

  /** Volumes of which there is no copy. */
  public List<Volume> missing() {
    return wanting().stream().filter(volume -> !bad.contains(volume)).toList();
  }

  private List<Volume> wanting() {
    return bundle.manifest().volumes().stream().filter(volume -> !good.contains(volume)).toList();
  }

  /** The file names of {@code volumes}, for people. */
  public static String names(List<Volume> volumes) {
    return volumes.isEmpty() ? "none" : Volume.names(volumes);
  }
}
