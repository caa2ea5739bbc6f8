package dev.sluice.importer.receive;

import dev.sluice.bundle.GatheredBundle;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.importer.quarantine.SmallFiles;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The private folder of a bundle that is coming in. It goes when this is closed, with two
 * exceptions: an incomplete bundle waits in it for its next medium, and what earlier media had
 * brought outlives a failure.
 */
final class Arrival implements AutoCloseable {
  private final Path folder;
  private final GatheredBundle gathered;
  private boolean stays;

  private Arrival(Path folder, GatheredBundle gathered, boolean stays) {
    this.folder = folder;
    this.gathered = gathered;
    this.stays = stays;
  }

  /** Goes on in {@code folder} if an earlier medium has brought something of {@code bundle}. */
  static Arrival in(Path folder, SignedBundle bundle) throws IOException {
    boolean known = Files.isDirectory(folder);
    PrivateFiles.folder(folder);
    return new Arrival(folder, GatheredBundle.in(folder, bundle), known);
  }

  /** How many bytes its volumes still take at most. */
  long room() throws IOException {
    return gathered.room();
  }

  Path folder() {
    return folder;
  }

  /**
   * Takes what {@code medium} has of the bundle.
   *
   * @return the whole bundle
   * @throws IncompleteBundleException if volumes are still missing; the others wait here
   * @throws BundleRejectedException if the bundle breaks a rule, or not one volume is here
   */
  VerifiedCopy take(UntrustedBundle medium)
      throws IOException, BundleRejectedException, IncompleteBundleException {
    List<BundleRejectedException> faults = gathered.take(medium);
    for (BundleRejectedException fault : faults) {
      if (fault.reason() != RejectionReason.FILE_DAMAGED) {
        stays = false;
        throw fault;
      }
    }
    List<Volume> missing = gathered.missing();
    if (missing.isEmpty()) {
      return gathered.complete();
    }
    SignedBundle bundle = gathered.bundle();
    stays = missing.size() < bundle.manifest().volumes().size();
    if (stays) {
      // By the manifest it can be said what waits here before the next medium comes.
      bundle.announce(new SmallFiles(folder));
      throw new IncompleteBundleException(bundle, gathered.wanting(), missing, faults);
    }
    throw faults.isEmpty() ? absent(missing.get(0)) : faults.get(0);
  }

  private static BundleRejectedException absent(Volume volume) {
    return new BundleRejectedException(
        RejectionReason.FILE_MISSING, volume.name().text(), "a volume of the bundle is missing");
  }

  /** Says that the bundle is settled, taken in or refused, so that nothing has to wait here. */
  void settled() {
    stays = false;
  }

  @Override
  public void close() throws IOException {
    if (!stays) {
      PrivateFiles.clear(folder);
    }
  }
}
