package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes what protects the key files. */
@Command(
    name = "change-passphrase",
    header = "Protect this site's key files with another passphrase; the keys stay the same.",
    description = {
      "The old one comes from where every command takes it. Former keys are changed too. Copies in"
          + " backups keep the old one. A killed run is run again with the same two passphrases."
    },
    footer = {
      "sluice key change-passphrase",
      "sluice key change-passphrase --passphrase-file old.txt --new-passphrase-file new.txt"
    })
public final class KeyPassphraseCommand extends SiteCommand {
  @Option(
      names = "--new-passphrase-file",
      paramLabel = "FILE",
      description = "Holds the new passphrase in its first line.")
  private Path next;

  @Option(
      names = "--no-passphrase",
      description = "Leave the key files to their permissions alone.")
  private boolean unprotected;

  public KeyPassphraseCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.store();
    Optional<char[]> chosen =
        unprotected
            ? Optional.empty()
            : Optional.of(NewPassphrase.ask(session, Optional.ofNullable(next)));
    session.keys().changePassphrase(session::passphrase, chosen, session.random());
    session.record(AuditEvent.of("passphrase-changed", session.actor()));
    Facts facts =
        Facts.none()
            .and("site", session.site().name())
            .and("protected by", unprotected ? "file permissions only" : "a passphrase");
    return session.answer(
        "sluice.passphrase/1",
        facts.json(),
        console -> {
          console.out().print(facts);
          console
              .out()
              .print(
                  SafeText.literal(
                      "The keys are the same; peers notice nothing. Copies in backups keep the old"
                          + " passphrase. Was it known to others? Then: sluice key rotate"));
        });
  }
}
