package dev.sluice.cli.command;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Json;
import dev.sluice.cli.site.SiteKind;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.recovery.Succession;
import java.util.HashSet;
import java.util.Set;

/** Peers as the store knows them. */
final class PeerRecords {
  private PeerRecords() {}

  /**
   * Keeps {@code signed} and, as soon as both sides have signed, tells the store and forgets the
   * signing keys that no pairing names any more.
   */
  static void keep(Session session, String name, SignedPairing signed) throws Exception {
    remember(session, name, signed);
    session.peers().put(signed);
    if (session.site().kind() != SiteKind.GUARD) {
      session.keys().forgetSigningKeysBut(namedKeys(session));
    }
  }

  /** This site's keys that the pairings in force name. */
  private static Set<SshPublicKey> namedKeys(Session session) throws Exception {
    Direction sends = session.site().kind().sends().orElseThrow();
    var keys = new HashSet<SshPublicKey>();
    for (String peer : session.peers().names()) {
      keys.add(session.peers().find(peer).pairing().sender(sends).signing());
    }
    return keys;
  }

  private static void remember(Session session, String name, SignedPairing signed)
      throws Exception {
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
                .with("pairing", pairing.digest().hex())
                .with("version", Json.integer(pairing.pairing().version())),
            transaction -> {
              if (transaction.findPeer(name).isPresent()) {
                transaction.peer(name).pair(pairing.digest());
                new Succession(transaction, name).welcome(card.incarnation());
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
