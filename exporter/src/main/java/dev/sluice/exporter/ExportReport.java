package dev.sluice.exporter;

import dev.sluice.bundle.model.Volume;
import dev.sluice.canonical.Digest;
import java.nio.file.Path;
import java.util.List;

/**
 * A bundle that was sealed, and as much of it as was written and read back.
 *
 * @param number its number
 * @param root its name in ledgers
 * @param media what was written, medium by medium
 * @param volumes how many volumes the bundle has
 * @param bytes their length in all
 * @param batches how many batches it carries
 * @param left volumes that no medium has got yet
 */
public record ExportReport(
    long number,
    Digest root,
    List<Written> media,
    int volumes,
    long bytes,
    int batches,
    List<Volume> left) {
  /**
   * One medium.
   *
   * @param folder the bundle's folder on it
   * @param volumes what it has got
   * @param pastCache whether they were read back past the system's cache
   */
  public record Written(Path folder, List<Volume> volumes, boolean pastCache) {
    public Written {
      volumes = List.copyOf(volumes);
    }
  }

  public ExportReport {
    media = List.copyOf(media);
    left = List.copyOf(left);
  }

  /** The bundle's folder on the first medium that has got something. */
  public Path folder() {
    return media.get(0).folder();
  }
}
