package dev.sluice.importer.receive;

import dev.sluice.bundle.VerifiedBundle;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.importer.quarantine.KeptBundle;
import dev.sluice.importer.quarantine.Quarantine;
import dev.sluice.state.feed.Continuity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Puts refused bundles aside where a person may want to see what they hold. */
final class Aside {
  private final Quarantine quarantine;
  private final Clock clock;

  Aside(Path quarantine, Clock clock) {
    this.quarantine = Quarantine.in(quarantine);
    this.clock = clock;
  }

  /**
   * Keeps {@code bundle} unless it can be imported later: a site that is frozen will want it again,
   * and so will one that lacks a key. What fails here hides no refusal.
   *
   * @param volumes where its verified volumes lie
   */
  void put(VerifiedBundle bundle, Path volumes, Exception refusal) {
    try {
      if (refusal instanceof ImportRefusedException e && isFinal(e)) {
        String word = e.verdict().map(Enum::name).orElse(e.reason().name());
        keep(bundle, volumes, word, e);
      } else if (refusal instanceof BundleRejectedException e && isFinal(e)) {
        keep(bundle, volumes, e.reason().name(), e);
      }
    } catch (IOException e) {
      refusal.addSuppressed(e);
    }
  }

  private static boolean isFinal(ImportRefusedException e) {
    return switch (e.reason()) {
      case HISTORY ->
          e.verdict()
              .map(verdict -> verdict.consequence() == Continuity.Consequence.REFUSE)
              .orElse(true);
      case CONTENT -> true;
      case REPLAY, NO_SPACE, BASE_MISSING -> false;
    };
  }

  private static boolean isFinal(BundleRejectedException e) {
    return switch (e.reason()) {
      case VOLUME_FORM, EXPANSION, CONTENTS_MISMATCH -> true;
      default -> false;
    };
  }

  private void keep(VerifiedBundle bundle, Path volumes, String word, Exception refusal)
      throws IOException {
    String peer = bundle.sender().name();
    long number = bundle.routing().sequence();
    var why =
        new KeptBundle(
            peer,
            number,
            bundle.root(),
            clock.instant(),
            word,
            String.valueOf(refusal.getMessage()));
    quarantine.keep(why, bundle.signed(), volumes);
  }
}
