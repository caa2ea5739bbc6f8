package dev.sluice.api;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which volumes of one bundle are good, over all media that have some of them. */
final class Survey {
  private final SignedBundle bundle;
  private final Set<Volume> good = new LinkedHashSet<>();
  private final Set<Volume> bad = new LinkedHashSet<>();

  Survey(SignedBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Reads the volumes that {@code medium} has of the bundle; a damaged one does not stop it.
   *
   * @throws BundleRejectedException for one that breaks a rule
   */
  void look(SignedBundle medium) throws IOException, BundleRejectedException {
    for (Volume volume : medium.present()) {
      try {
        medium.check(volume);
        good.add(volume);
      } catch (BundleRejectedException e) {
        if (e.reason() != RejectionReason.FILE_DAMAGED) {
          throw e;
        }
        bad.add(volume);
      }
    }
  }

  /** The bundle, if there is a good copy of every volume. */
  SignedBundle whole() throws NotWholeException {
    if (!good.containsAll(bundle.manifest().volumes())) {
      throw new NotWholeException(bundle, good, bad);
    }
    return bundle;
  }
}
