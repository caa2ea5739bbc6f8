package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Dataset;
import dev.sluice.datasite.DatasetDraft;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a dataset. */
@Command(
    name = "add",
    header = "Add a dataset, or bring it up to date.",
    footer = {
      "sluice dataset add payroll --mock mock.csv --owner ana@example.org",
      "sluice dataset add payroll --mock mock.csv --private payroll.csv --owner ana@example.org"
    })
public final class DatasetAddCommand extends DatasiteCommand {
  @Parameters(
      paramLabel = "NAME",
      description = "Letters, digits, dots, hyphens and underscores; the same name on both sides.")
  private String name;

  @Option(
      names = "--mock",
      required = true,
      paramLabel = "FILE",
      description = "Made-up data for everybody: .json, .csv, .txt or .bin.")
  private Path mock;

  @Option(
      names = "--private",
      paramLabel = "FILE",
      description = "The private data, on the high side only; they never leave it.")
  private Path data;

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "EMAIL",
      description = "The data owner; the same on both sides.")
  private String owner;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "What researchers should know about it.")
  private String description = "";

  public DatasetAddCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Optional<Path> privateFile = Optional.ofNullable(data).map(invocation()::resolve);
    Dataset dataset =
        new Datasets(site)
            .add(
                new DatasetDraft(
                    name, description, owner, invocation().resolve(mock), privateFile));
    String id = shown(session, dataset.id());
    return session.answer(
        "sluice.dataset/1",
        Listings.dataset(dataset),
        console -> {
          console
              .out()
              .print(
                  SafeText.sentence(
                      privateFile.isPresent()
                          ? "Added dataset {} {} with private data, which never leave this side."
                          : "Added dataset {} {} with mock data.",
                      id,
                      dataset.name()));
          console.out().print(SafeText.sentence("Next: sluice dataset show {}", id));
        });
  }
}
