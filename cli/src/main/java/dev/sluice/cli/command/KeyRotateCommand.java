package dev.sluice.cli.command;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.site.KeyFolder;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.Peer;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replaces the keys. */
@Command(
    name = "rotate",
    header = "Replace this site's keys and propose a pairing with the new ones to every peer.",
    description = {
      "The proposal is signed by the old and the new key. The old keys stay in use with a peer",
      "until it has confirmed. Bundles that are under way still count, up to the number that the",
      "proposal names."
    },
    footer = {"sluice key rotate", "sluice key rotate --only encryption --overlap 4"})
public final class KeyRotateCommand extends SiteCommand {
  private static final int YEARS = 2;

  @Option(
      names = "--only",
      paramLabel = "signing|encryption",
      description = "Replace the signing key or the encryption identities, and keep the other.")
  private KeyFolder.Part only;

  @Option(
      names = "--overlap",
      paramLabel = "N",
      description = "How many more bundles each way count under the old pairing (default 16).")
  private int overlap = 16;

  @Mixin private AgentOption agent = new AgentOption();

  public KeyRotateCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.side();
    if (overlap < 0) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("an overlap is 0 or more"));
    }
    requireSettled(session);
    List<String> behind = peersBehind(session);
    if (behind.isEmpty()) {
      session.keys().rotate(parts(), agent.key(session), session::passphrase, session.random());
      behind = peersBehind(session);
    }
    Card card = session.keys().card().card();
    session.record(
        AuditEvent.of("keys-rotated", session.actor())
            .with("signing", card.signing().fingerprint()));
    for (String peer : behind) {
      session.peers().put(proposal(session, peer, card));
    }
    return answer(session, card, behind);
  }

  private Set<KeyFolder.Part> parts() {
    return only == null ? EnumSet.allOf(KeyFolder.Part.class) : EnumSet.of(only);
  }

  private static void requireSettled(Session session) throws Exception {
    for (String peer : session.peers().names()) {
      boolean confirmed = session.peers().find(peer).confirmed().isPresent();
      if (!confirmed || session.peers().proposed(peer).isPresent()) {
        throw new CliException(
                ExitCode.USAGE,
                SafeText.sentence(
                    "the pairing with {} waits to be confirmed; finish it first", peer))
            .help(SafeText.sentence("sluice peer show {}", peer));
      }
    }
  }

  /** Peers that know an older card: none, unless a rotation was killed before it had proposed. */
  private static List<String> peersBehind(Session session) throws Exception {
    Card card = session.keys().card().card();
    var behind = new ArrayList<String>();
    for (String peer : session.peers().names()) {
      if (!session.peers().find(peer).pairing().sender(card.sends()).equals(card)) {
        behind.add(peer);
      }
    }
    return behind;
  }

  private SignedPairing proposal(Session session, String name, Card card) throws Exception {
    Direction sends = card.sends();
    ConfirmedPairing old = session.peers().confirmed(name);
    Peer peer = session.<Peer, RuntimeException>read(view -> view.peer(name).record());
    Map<Direction, Long> last =
        Map.of(
            sends, peer.nextBundle() - 1 + overlap, sends.reverse(), peer.lastBundleIn() + overlap);
    LocalDate today = LocalDate.now(session.invocation().environment().clock());
    Pairing next = old.pairing().renewed(card, last, today.plusYears(YEARS));
    Signer key = session.keys().signingKey(card.signing(), session::passphrase);
    SignedPairing signed = SignedPairing.unsigned(next).signedBy(sends, key);
    Card before = old.pairing().sender(sends);
    return before.signing().equals(card.signing())
        ? signed
        : signed.signedByFormer(
            sends, session.keys().signingKey(before.signing(), session::passphrase));
  }

  private static ExitCode answer(Session session, Card card, List<String> peers) throws Exception {
    Facts facts =
        Facts.none().and("site", card.name()).and("signing key", card.signing().fingerprint());
    var carried = new ArrayList<Path>();
    for (String peer : peers) {
      carried.add(session.peers().pairingFile(peer));
    }
    Json data =
        Json.object()
            .put("keys", facts.json())
            .put("proposals", Json.texts(carried.stream().map(Path::toString).toList()))
            .build();
    return session.answer(
        "sluice.key-rotation/1",
        data,
        console -> {
          console.out().print(facts);
          for (Path file : carried) {
            console
                .out()
                .print(
                    SafeText.sentence(
                        "Next: carry {} to the other side, for peer add and peer confirm there, and"
                            + " bring it back for peer add here.",
                        file));
          }
        });
  }
}
