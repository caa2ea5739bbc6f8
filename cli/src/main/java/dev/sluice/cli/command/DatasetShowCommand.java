package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Asset;
import dev.sluice.datasite.Dataset;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a dataset. */
@Command(
    name = "show",
    header = "Show one dataset and its files.",
    footer = {"sluice dataset show payroll", "sluice dataset show ds-3b1c --json"})
public final class DatasetShowCommand extends DatasiteCommand {
  @Parameters(paramLabel = "DATASET", description = "Its name or the start of its id.")
  private String dataset;

  public DatasetShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Dataset found = new Datasets(site).show(dataset);
    Facts facts =
        Facts.none()
            .and("dataset", shown(session, found.id()))
            .and("name", found.name())
            .and("owner", found.owner());
    if (!found.description().isEmpty()) {
      facts = facts.and("description", found.description());
    }
    Facts shown = facts;

    Table table = Table.headed("ID", "FILE", "MOCK", "PRIVATE");
    for (Asset asset : found.assets()) {
      table.row(
          SafeText.of(shown(session, asset.id())),
          SafeText.of(asset.name()),
          SafeText.of(Listings.size(asset.mock())),
          SafeText.of(Listings.size(asset.data())));
    }
    return session.answer(
        "sluice.dataset/1",
        Listings.dataset(found),
        console -> {
          console.out().print(shown);
          console.out().print(table);
        });
  }
}
