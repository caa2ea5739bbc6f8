package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Dataset;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the datasets. */
@Command(
    name = "list",
    header = "List the datasets.",
    footer = {"sluice dataset list", "sluice dataset list --json"})
public final class DatasetListCommand extends DatasiteCommand {
  public DatasetListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<Dataset> datasets = new Datasets(site).list();
    Table table = Table.headed("ID", "NAME", "OWNER", "MOCK", "PRIVATE");
    for (Dataset dataset : datasets) {
      table.row(
          SafeText.of(shown(session, dataset.id())),
          SafeText.of(dataset.name()),
          SafeText.of(dataset.owner()),
          SafeText.of(Listings.size(dataset, asset -> asset.mock())),
          SafeText.of(Listings.size(dataset, asset -> asset.data())));
    }
    return session.answer(
        "sluice.datasets/1",
        Json.array(datasets.stream().map(Listings::dataset).toList()),
        console -> console.out().print(table));
  }
}
