package dev.sluice.bundle;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.PairingLimit;
import dev.sluice.bundle.ssh.SshPublicKey;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pairings a reader believes, and for which direction. Without a pairing it believes nobody.
 */
public final class Trust {
  private final List<ConfirmedPairing> pairings;
  private final Set<Direction> accepted;

  private Trust(Collection<ConfirmedPairing> pairings, Set<Direction> accepted) {
    this.pairings = List.copyOf(pairings);
    this.accepted = accepted;
  }

  /** The trust of a site: bundles of {@code incoming} only. */
  public static Trust ofSite(Direction incoming, Collection<ConfirmedPairing> pairings) {
    return new Trust(pairings, EnumSet.of(incoming));
  }

  /** The trust of a guard station, which sees the bundles of both directions. */
  public static Trust ofGuard(Collection<ConfirmedPairing> pairings) {
    return new Trust(pairings, EnumSet.allOf(Direction.class));
  }

  /** All keys that may turn up, our own included, so that a bundle handed back can be named so. */
  Set<SshPublicKey> keys() {
    return pairings.stream()
        .flatMap(known -> Stream.of(known.pairing().low(), known.pairing().high()))
        .map(card -> card.signing())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The pairing under which {@code signer} may have sealed a bundle with this routing.
   *
   * @throws BundleRejectedException OWN_BUNDLE, WRONG_RECIPIENT, UNKNOWN_SIGNER, PAIRING_SUPERSEDED
   *     or KEY_REVOKED
   */
  ConfirmedPairing pairingFor(SshPublicKey signer, Routing routing) throws BundleRejectedException {
    if (pairings.stream().noneMatch(known -> maySend(known, signer))) {
      throw refused(RejectionReason.OWN_BUNDLE, "this is one of our own bundles, handed back");
    }
    ConfirmedPairing pairing =
        pairings.stream()
            .filter(known -> known.digest().equals(routing.pairing()))
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        RejectionReason.WRONG_RECIPIENT,
                        "the bundle is sealed for another recipient than this site"));
    Direction direction = routing.direction();
    if (!accepted.contains(direction)
        || !pairing.pairing().sender(direction).signing().equals(signer)) {
      throw refused(
          RejectionReason.UNKNOWN_SIGNER, "the signer has no right to seal for this direction");
    }
    checkLimit(pairing, routing);
    return pairing;
  }

  private static void checkLimit(ConfirmedPairing pairing, Routing routing)
      throws BundleRejectedException {
    Optional<PairingLimit> passed =
        pairing.limit(routing.direction()).filter(limit -> routing.sequence() > limit.last());
    if (passed.isPresent()) {
      long last = passed.get().last();
      throw switch (passed.get().cause()) {
        case REVOKED ->
            refused(
                RejectionReason.KEY_REVOKED, "the signer's key is revoked after bundle " + last);
        case SUPERSEDED ->
            refused(
                RejectionReason.PAIRING_SUPERSEDED,
                "the bundle's pairing was superseded after bundle " + last);
        case EXPIRED ->
            refused(
                RejectionReason.PAIRING_EXPIRED,
                "the bundle's pairing expired on " + pairing.pairing().expires());
      };
    }
  }

  private boolean maySend(ConfirmedPairing known, SshPublicKey signer) {
    return accepted.stream()
        .anyMatch(direction -> known.pairing().sender(direction).signing().equals(signer));
  }

  private static BundleRejectedException refused(RejectionReason reason, String sentence) {
    return new BundleRejectedException(reason, Sums.MANIFEST, sentence);
  }
}
