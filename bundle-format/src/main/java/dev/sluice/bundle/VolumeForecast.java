package dev.sluice.bundle;

import dev.sluice.bundle.VolumePlan.PlannedVolume;
import dev.sluice.bundle.model.PayloadMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says how long volumes will get, before anything is packed. */
public final class VolumeForecast {
  /** The line of an entry, or of a piece of a recipe, in the table of contents. */
  private static final long BYTES_PER_LINE = 256;

  private VolumeForecast() {}

  /**
   * The longest that each volume of {@code draft} can get, in order.
   *
   * @param payloadBytes length of the payload, which may be left out of the draft
   * @throws BundleTooLargeException if the bundle could not be sealed
   */
  public static List<Long> of(
      BundleDraft draft, PayloadMode mode, long payloadBytes, VolumeLayout layout)
      throws BundleTooLargeException {
    List<PlannedVolume> plan = VolumePlan.of(draft, mode, layout.bytes());
    SealLimits.check(plan, layout);
    long lines =
        plan.stream().mapToLong(volume -> volume.pieces().size()).sum()
            + draft.recipes().stream().mapToLong(recipe -> 1 + recipe.pieces().size()).sum();
    var longest = new ArrayList<Long>();
    for (PlannedVolume volume : plan) {
      long mark = longest.isEmpty() ? payloadBytes + lines * BYTES_PER_LINE : BYTES_PER_LINE;
      longest.add(Math.min(volume.longest(mark), Math.max(layout.bytes(), mark)));
    }
    longest.addAll(Collections.nCopies(layout.parity(), Collections.max(longest)));
    return List.copyOf(longest);
  }
}
