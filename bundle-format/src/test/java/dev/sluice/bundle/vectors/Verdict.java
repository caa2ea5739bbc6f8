package dev.sluice.bundle.vectors;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a reader makes of a bundle.
 *
 * @param refusal empty when it is accepted to its end
 * @param step where it was refused
 */
record Verdict(Optional<RejectionReason> refusal, Step step) {
  /** The refusal of the trust step alone. */
  static Optional<RejectionReason> verifying(Path bundle, Party party, Direction incoming)
      throws IOException {
    try {
      Trust trust = Trust.ofSite(incoming, party.believed());
      BundleVerifier.verify(UntrustedBundle.at(bundle, BundleLimits.STANDARD), trust);
      return Optional.empty();
    } catch (BundleRejectedException e) {
      return Optional.of(e.reason());
    }
  }

  /** Reads {@code bundle} as the site would that knows {@code party}. */
  static Verdict of(Path bundle, Path staging, Party party, Direction incoming) throws IOException {
    Step step = Step.VERIFY;
    try {
      Trust trust = Trust.ofSite(incoming, party.believed());
      var copy =
          VerifiedCopy.take(UntrustedBundle.at(bundle, BundleLimits.STANDARD), trust, staging);
      step = Step.OPEN;
      copy.open(
          party.pair().recipient(incoming).keyring(),
          (name, bytes, content) -> content.transferTo(OutputStream.nullOutputStream()));
      return new Verdict(Optional.empty(), step);
    } catch (BundleRejectedException e) {
      return new Verdict(Optional.of(e.reason()), step);
    }
  }
}
