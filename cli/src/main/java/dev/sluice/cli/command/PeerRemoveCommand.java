package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets a peer. */
@Command(
    name = "remove",
    header = "Forget a pairing: its bundles are refused from now on.",
    footer = {"sluice peer remove low-lab", "sluice peer remove low-lab --json"})
public final class PeerRemoveCommand extends SiteCommand {
  @Parameters(paramLabel = "NAME", description = "The peer.")
  private String name;

  public PeerRemoveCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.peers().find(name);
    if (session.site().kind().side().isPresent()) {
      session.record(AuditEvent.of("peer-removed", session.actor()).about(name));
    }
    session.peers().remove(name);
    return session
        .invocation()
        .answer(
            "sluice.peer-removed/1",
            Facts.none().and("peer", name).json(),
            console ->
                console
                    .out()
                    .print(
                        SafeText.sentence(
                            "Forgot the pairing with {}. What was exchanged stays.", name)));
  }
}
