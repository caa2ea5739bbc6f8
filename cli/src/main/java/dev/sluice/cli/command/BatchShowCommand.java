package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.BatchJson;
import dev.sluice.cli.view.BatchSheet;
import dev.sluice.cli.view.Listing.Row;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one batch. */
@Command(
    name = "show",
    header = "Show one batch: its objects, what is private in it, what was decided.",
    footer = {"sluice batch show rq-7f2a", "sluice batch show jb-19c4 --outgoing --json"})
public final class BatchShowCommand extends SiteCommand {
  @Mixin private final DirectionOptions direction = new DirectionOptions();

  @Parameters(paramLabel = "ID", description = "Beginning of the id of its root, or its row.")
  private String id;

  public BatchShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Batches batches = Batches.naming(session, List.of(id), direction.chosen());
    Row row = batches.find(id, direction.chosen());
    return session.answer(
        "sluice.batch/1",
        BatchJson.of(row),
        console ->
            BatchSheet.print(console.out(), row, batches.listing().names(), session.kinds()));
  }
}
