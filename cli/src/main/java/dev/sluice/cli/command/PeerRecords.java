package dev.sluice.cli.command;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.cli.site.SiteKind;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;

/** Peers as the store knows them. */
final class PeerRecords {
  private PeerRecords() {}

  /** Tells the store about a peer as soon as both sides have signed. */
  static void remember(Session session, String name, SignedPairing signed) throws Exception {
    if (session.site().kind() == SiteKind.GUARD || signed.confirmed().isEmpty()) {
      return;
    }
    ConfirmedPairing pairing = signed.confirmed().get();
    Direction incoming = session.site().kind().sends().orElseThrow().reverse();
    Card card = pairing.pairing().sender(incoming);
    Side side = session.side().other();
    session
        .store()
        .<Void, RuntimeException>write(
            AuditEvent.of("peer-confirmed", session.actor())
                .about(name)
                .with("pairing", pairing.digest().hex()),
            transaction -> {
              if (transaction.findPeer(name).isPresent()) {
                transaction.peer(name).pair(pairing.digest());
              } else {
                transaction.addPeer(name, side, pairing.digest(), card.incarnation());
                transaction
                    .objects(dev.sluice.state.store.ObjectFilter.LIVE)
                    .forEach(object -> transaction.peer(name).addOutgoing(object.id()));
              }
              return null;
            });
  }
}
