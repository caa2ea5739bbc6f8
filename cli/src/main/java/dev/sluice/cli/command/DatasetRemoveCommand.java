package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Dataset;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a dataset. */
@Command(
    name = "remove",
    header = "Remove a dataset with its files from this side.",
    footer = {"sluice dataset remove payroll", "sluice dataset remove ds-3b1c"})
public final class DatasetRemoveCommand extends DatasiteCommand {
  @Parameters(paramLabel = "DATASET", description = "Its name or the start of its id.")
  private String dataset;

  public DatasetRemoveCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Dataset removed = new Datasets(site).remove(dataset);
    return session.answer(
        "sluice.dataset-removed/1",
        Listings.dataset(removed),
        console -> {
          console.out().print(SafeText.sentence("Removed dataset {}.", removed.name()));
          console
              .out()
              .print(SafeText.literal("Next: sluice export, so that the other side hears of it"));
        });
  }
}
