package dev.sluice.cli.command;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteKind;
import java.util.Optional;

/** Whether a pairing may come beside or in place of what is known of a peer. */
final class PeerReplacement {
  private PeerReplacement() {}

  /** A confirmed pairing is replaced only by one that follows it. */
  static void check(Session session, String name, SignedPairing taken) throws Exception {
    if (!session.peers().names().contains(name)) {
      return;
    }
    SignedPairing known = session.peers().find(name);
    Optional<ConfirmedPairing> confirmed = known.confirmed();
    if (confirmed.isEmpty() || isSame(known, taken)) {
      return;
    }
    if (taken.pairing().supersedes().isEmpty()) {
      throw new SiteException(
          SiteException.Reason.ALREADY_THERE,
          "there is a confirmed pairing with this peer; remove it first if it is to be replaced");
    }
    taken.requireFollows(confirmed.get());
    refuseRival(session, name, taken);
  }

  /** If both sides propose a successor at once, the low side's goes first. */
  private static void refuseRival(Session session, String name, SignedPairing taken)
      throws Exception {
    Optional<SignedPairing> own = session.peers().proposed(name);
    if (own.isPresent() && !isSame(own.get(), taken) && session.site().kind() == SiteKind.LOW) {
      throw new SiteException(
          SiteException.Reason.ALREADY_THERE,
          "both sides have proposed a new pairing; this side's goes first, so carry it over");
    }
  }

  /** A pairing holds this site's card as handed out, or as it stands in the pairing in force. */
  static void checkOwnCard(Session session, Pairing taken) throws Exception {
    Card own = session.keys().card().card();
    Direction sends = own.sends();
    String peer = session.peers().peerName(taken);
    boolean fits = taken.sender(sends).equals(own);
    if (!fits && session.peers().names().contains(peer)) {
      fits = session.peers().find(peer).pairing().sender(sends).equals(taken.sender(sends));
    }
    if (!fits) {
      throw new PairingException(
          PairingException.Reason.CARD_CHANGED,
          "the pairing does not hold this site's card as it was handed out");
    }
  }

  private static boolean isSame(SignedPairing one, SignedPairing other) {
    return one.pairing().digest().equals(other.pairing().digest());
  }
}
