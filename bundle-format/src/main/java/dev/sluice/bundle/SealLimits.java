package dev.sluice.bundle;

import dev.sluice.bundle.BundleTooLargeException.Reason;
import dev.sluice.bundle.VolumePlan.PlannedVolume;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.parity.ErasureCode;
import dev.sluice.canonical.JsonLimits;
import java.util.List;

/** Holds a bundle to come against the bounds that a reader has, before anything is written. */
final class SealLimits {
  private static final BundleLimits LIMITS = BundleLimits.STANDARD;

  private SealLimits() {}

  /** Checks a plan by itself. */
  static void check(List<PlannedVolume> plan, VolumeLayout layout) throws BundleTooLargeException {
    int volumes = plan.size() + layout.parity();
    if (layout.parity() > 0 && volumes > ErasureCode.MOST_SHARDS) {
      throw new BundleTooLargeException(
          Reason.VOLUMES,
          "the bundle would have %,d volumes; with parity, %,d are the most"
              .formatted(volumes, ErasureCode.MOST_SHARDS));
    }
    if (plan.size() > LIMITS.volumes()) {
      throw new BundleTooLargeException(
          Reason.VOLUMES,
          "the bundle would have %,d volumes; %,d are the most"
              .formatted(plan.size(), LIMITS.volumes()));
    }
    long entries = 0;
    for (PlannedVolume volume : plan) {
      entries += volume.pieces().size();
      if (volume.pieces().stream().anyMatch(piece -> piece.name().part() > EntryName.MOST_PIECES)) {
        throw new BundleTooLargeException(
            Reason.VOLUMES, "a blob would be cut into more pieces than can be numbered");
      }
    }
    if (entries >= LIMITS.entries()) {
      throw new BundleTooLargeException(
          Reason.ENTRIES,
          "the bundle would have %,d documents and blobs; %,d are the most"
              .formatted(entries, LIMITS.entries() - 1));
    }
  }

  /** Checks a plan and its table of contents, whose bytes it returns. */
  static byte[] check(List<PlannedVolume> plan, VolumeLayout layout, Contents contents)
      throws BundleTooLargeException {
    check(plan, layout);
    byte[] bytes = contents.bytes();
    if (bytes.length > JsonLimits.CONTENTS.bytes()) {
      throw new BundleTooLargeException(
          Reason.CONTENTS,
          "the table of contents would have %,d bytes; %,d are the most"
              .formatted(bytes.length, JsonLimits.CONTENTS.bytes()));
    }
    return bytes;
  }
}
