package dev.sluice.cli.command;

import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.recovery.Recovery;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the site another one in the eyes of its peers. */
@Command(
    name = "new-identity",
    header = "Give this site new keys and a new history, to be paired with anew.",
    description = {
      "For a site whose other copy must count no more: it was copied, stolen, or restored where"
          + " nobody can say what its keys have signed since. All pairings are forgotten here; each"
          + " peer has to remove its own and to confirm a new one. A killed run is run again."
    },
    footer = {"sluice site new-identity", "sluice site new-identity --yes --passphrase-file FILE"})
public final class SiteNewIdentityCommand extends SiteCommand {
  @Option(names = "--yes", description = "Do it without asking for the site's name.")
  private boolean yes;

  @Mixin private final NewKeys keys = new NewKeys();

  public SiteNewIdentityCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.store();
    if (!yes) {
      invocation()
          .prompt()
          .confirm(
              SafeText.literal(
                  "No peer will believe this site before it is paired with anew. Type its name:"),
              session.site().name(),
              "--yes");
    }
    NewKeys.Chosen chosen = keys.choose(session);
    String incarnation =
        session
            .store()
            .<String, RuntimeException>recover(
                AuditEvent.of("site-renewed", session.actor()),
                transaction -> Recovery.run(transaction, session.kinds(), session.random()));
    List<String> peers = session.peers().names();
    for (String peer : peers) {
      session.record(AuditEvent.of("peer-removed", session.actor()).about(peer));
      session.peers().remove(peer);
    }
    SignedCard card =
        session.keys().exist() ? chosen.replaceAll(incarnation) : chosen.generate(incarnation);
    return answer(session, card, incarnation, peers);
  }

  private static ExitCode answer(
      Session session, SignedCard card, String incarnation, List<String> peers) throws Exception {
    Facts facts =
        Facts.none()
            .and("site", card.card().name())
            .and("incarnation", incarnation)
            .and("signing key", card.card().signing().fingerprint())
            .and("pair anew with", peers.isEmpty() ? "nobody" : String.join(" ", peers));
    return session.answer(
        "sluice.site-renewed/1",
        facts.json(),
        console -> {
          console.out().print(facts);
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Next: sluice key export {}.card; over there: sluice peer remove {}, sluice"
                          + " peer add {}.card; then confirm on both sides.",
                      card.card().name(),
                      card.card().name(),
                      card.card().name()));
        });
  }
}
