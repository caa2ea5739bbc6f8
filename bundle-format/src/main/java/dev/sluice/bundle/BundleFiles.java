package dev.sluice.bundle;

import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.model.VolumeName;
import java.util.List;
import java.util.Set;

/** Names of the files in a bundle's folder. */
final class BundleFiles {
  /** What is added to the name of a file while it is being written. */
  static final String UNFINISHED = ".part";

  static final String EXPORT_SIGNATURE = Sums.FILE + ".export.sig";

  /** By the composite key; left alone unless the pairing demands it. */
  static final String COMPOSITE_SIGNATURE = Sums.FILE + ".export-pq.sig";

  /** With one that a pairing may demand one day; left alone until one does. */
  private static final Set<String> OTHER_SIGNATURES =
      Set.of(COMPOSITE_SIGNATURE, Sums.FILE + ".release.sig");

  private static final Set<String> FIXED =
      Set.of(Sums.FILE, EXPORT_SIGNATURE, Sums.MANIFEST, Sums.HOW_TO_OPEN);

  /** What operating systems scatter on sticks. Named in a warning, never opened. */
  private static final Set<String> STRAY =
      Set.of(".DS_Store", "Thumbs.db", "desktop.ini", "System Volume Information");

  private BundleFiles() {}

  static boolean isStray(String name) {
    return STRAY.contains(name) || name.startsWith("._") || isUnfinished(name);
  }

  /** Whether writing {@code name} was interrupted before it got its name. */
  static boolean isUnfinished(String name) {
    return name.endsWith(UNFINISHED)
        && isKnown(name.substring(0, name.length() - UNFINISHED.length()));
  }

  static boolean isKnown(String name) {
    return FIXED.contains(name)
        || OTHER_SIGNATURES.contains(name)
        || VolumeName.parse(name).isPresent();
  }

  static boolean isVolume(String name) {
    return VolumeName.parse(name).isPresent();
  }

  static List<String> small() {
    return List.of(Sums.FILE, EXPORT_SIGNATURE, Sums.MANIFEST, Sums.HOW_TO_OPEN);
  }
}
