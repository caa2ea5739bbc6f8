package dev.sluice.importer.receive;

import dev.sluice.bundle.GatheredBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.model.Volume;
import dev.sluice.state.files.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bundle of which only some volumes have come.
 *
 * @param peer who sealed it
 * @param number the sender's number for it
 * @param here how many of its volumes have come
 * @param volumes how many it has, parity counted
 */
public record IncompleteArrival(String peer, long number, int here, int volumes) {
  /** What waits in the folder {@code arrivals}, by sender and number. */
  public static List<IncompleteArrival> in(Path arrivals) throws IOException {
    var incomplete = new ArrayList<IncompleteArrival>();
    for (Path arrival : FolderFiles.of(arrivals)) {
      of(arrival).ifPresent(incomplete::add);
    }
    return List.copyOf(incomplete);
  }

  /** One that was killed before it could say what it is, is known again with its next medium. */
  private static Optional<IncompleteArrival> of(Path arrival) throws IOException {
    Path file = arrival.resolve(Sums.MANIFEST);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Manifest manifest = Manifest.parse(Files.readAllBytes(file), BundleLimits.STANDARD);
      int here = 0;
      for (Volume volume : manifest.volumes()) {
        here += GatheredBundle.holds(arrival, volume) ? 1 : 0;
      }
      String peer = arrival.getFileName().toString().split("\\.", 2)[0];
      return Optional.of(
          new IncompleteArrival(
              peer, manifest.routing().sequence(), here, manifest.volumes().size()));
    } catch (BundleRejectedException e) {
      return Optional.empty();
    }
  }
}
