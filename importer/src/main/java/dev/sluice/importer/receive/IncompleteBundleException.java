package dev.sluice.importer.receive;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Volume;
import java.util.List;

/**
 * A genuine bundle of which volumes are still missing. Those that are here were compared and wait
 * for the others; the state is as it was.
 */
public final class IncompleteBundleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SignedBundle bundle;
  private final int wanting;
  private final transient List<Volume> missing;
  private final transient List<BundleRejectedException> faults;

  IncompleteBundleException(
      SignedBundle bundle,
      int wanting,
      List<Volume> missing,
      List<BundleRejectedException> faults) {
    super(
        "%d of the bundle's %d volumes are still missing"
            .formatted(wanting, bundle.manifest().packed().size()));
    this.wanting = wanting;
    this.bundle = bundle;
    this.missing = List.copyOf(missing);
    this.faults = List.copyOf(faults);
  }

  public SignedBundle bundle() {
    return bundle;
  }

  /** How many volumes have to come; fewer than are missing where parity makes up for some. */
  public int wanting() {
    return wanting;
  }

  /** Volumes that can come, in order. */
  public List<Volume> missing() {
    return missing;
  }

  /** Those of the missing that were on the medium and could not be taken, and why. */
  public List<BundleRejectedException> faults() {
    return faults;
  }
}
