package dev.sluice.cli.command;

import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.cli.site.KeyChoice;
import dev.sluice.state.audit.AuditEvent;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which keys a site gets, and what protects them. */
final class NewKeys {
  @Option(
      names = "--no-passphrase",
      description = "Leave the key files to their permissions alone.")
  private boolean unprotected;

  @Option(
      names = "--composite",
      description = "Add a post-quantum key for second signatures, which a pairing may demand.")
  private boolean composite;

  @Mixin private final AgentOption agent = new AgentOption();

  /** What was chosen; a passphrase is asked for. */
  Chosen choose(Session session) throws Exception {
    var choice = new KeyChoice(agent.key(session), composite);
    return new Chosen(
        session, choice, unprotected ? Optional.empty() : Optional.of(NewPassphrase.ask(session)));
  }

  /** Keys to be made. */
  record Chosen(Session session, KeyChoice choice, Optional<char[]> passphrase) {
    /** Makes the first keys of the site. */
    SignedCard generate(String incarnation) throws Exception {
      return recorded(
          session
              .keys()
              .generate(session.site(), incarnation, choice, passphrase, session.random()));
    }

    /** Makes keys in place of the present ones. */
    SignedCard replaceAll(String incarnation) throws Exception {
      return recorded(session.keys().replaceAll(incarnation, choice, passphrase, session.random()));
    }

    private SignedCard recorded(SignedCard card) throws Exception {
      session.record(
          AuditEvent.of("keys-generated", session.actor())
              .with("signing", card.card().signing().fingerprint()));
      return card;
    }
  }
}
