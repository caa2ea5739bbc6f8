package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.importer.quarantine.KeptBundle;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forgets a refused bundle. */
@Command(
    name = "discard",
    header = "Delete a bundle that was refused. What only it holds is lost.",
    footer = {"sluice quarantine discard qn-3f9a1c2d", "sluice quarantine discard ID --yes"})
public final class QuarantineDiscardCommand extends SiteCommand {
  @Parameters(paramLabel = "ID", description = "As quarantine list names it.")
  private String id;

  @Option(names = "--yes", description = "Delete without asking for the id again.")
  private boolean yes;

  public QuarantineDiscardCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    var ward = new Ward(session);
    KeptBundle kept = ward.find(id);
    if (!yes) {
      invocation()
          .prompt()
          .confirm(
              SafeText.literal("What only this bundle holds is lost. Type its id to delete it:"),
              kept.id(),
              "--yes");
    }
    session.record(
        AuditEvent.of("quarantine-discarded", session.actor())
            .about(kept.peer())
            .about(kept.root().hex()));
    ward.quarantine().discard(kept);
    return session.answer(
        "sluice.quarantine-discarded/1",
        QuarantineShowCommand.facts(kept).json(),
        console -> console.out().print(SafeText.sentence("Deleted {}.", kept.id())));
  }
}
