package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.recovery.Recovery;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Goes on after a restore. */
@Command(
    name = "recover",
    header = "Go on after this site was restored from a backup.",
    description = {
      "Starts a new history that succeeds the lost one. The next bundles repeat everything, and the"
          + " peer gives back what this site lost and the peer still has."
    },
    footer = {"sluice site recover", "sluice site recover --yes --json"})
public final class SiteRecoverCommand extends SiteCommand {
  @Option(names = "--yes", description = "Recover without asking for the site's name.")
  private boolean yes;

  public SiteRecoverCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.store();
    if (!yes) {
      session
          .invocation()
          .prompt()
          .confirm(
              SafeText.literal(
                  "Only for a site that was restored from a backup. Type its name to recover:"),
              session.site().name(),
              "--yes");
    }
    String incarnation =
        session
            .store()
            .<String, RuntimeException>recover(
                AuditEvent.of("site-recovered", session.actor()),
                transaction -> Recovery.run(transaction, session.kinds(), session.random()));
    return session.answer(
        "sluice.site-recovered/1",
        Facts.none().and("site", session.site().name()).and("incarnation", incarnation).json(),
        console -> {
          console
              .out()
              .print(
                  SafeText.sentence(
                      "{} has a new history and works again.", session.site().name()));
          console
              .out()
              .print(
                  SafeText.literal(
                      "Next: sluice export, carry it over, and import what comes back: it has what"
                          + " this site lost."));
        });
  }
}
