package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.DiffJson;
import dev.sluice.cli.view.DiffText;
import dev.sluice.cli.view.Hidden;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.cli.view.Names;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what batches would change. */
@Command(
    name = "diff",
    header = "Show what batches would change, field by field and line by line.",
    description = "Without an id: all undecided batches that the filter shows.",
    footer = {"sluice diff rq-7f2a", "sluice diff --incoming --stat"})
public final class DiffCommand extends SiteCommand {
  @Mixin private final DirectionOptions direction = new DirectionOptions();
  @Mixin private final FilterOptions filter = new FilterOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Beginnings of ids of roots, or rows.")
  private List<String> ids = List.of();

  @Option(names = "--stat", description = "Only how much changes.")
  private boolean stat;

  @Option(names = "--name-only", description = "Only the ids of the objects that change.")
  private boolean nameOnly;

  @Option(names = "--exit-code", description = "End with 3 if anything would change.")
  private boolean exitCode;

  public DiffCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Batches batches = Batches.of(session, filter, ids, direction.chosen());
    BatchFilter shown = filter.undecided(session.kinds());
    List<Row> rows = rows(batches, shown);
    Names names = batches.listing().names();
    session.answer(
        "sluice.diff/1",
        json(rows, batches, shown),
        console -> {
          print(console, new DiffText(console.out(), names, session.kinds()), rows);
          if (ids.isEmpty() && !nameOnly) {
            console.out().print(hidden(batches, shown).line(rows.size()));
          }
        });
    boolean changes = rows.stream().anyMatch(row -> row.batch().diff().changes() > 0);
    return exitCode && changes ? ExitCode.CHANGES_PRESENT : ExitCode.OK;
  }

  private Json json(List<Row> rows, Batches batches, BatchFilter shown) {
    Json.Builder json =
        Json.object().put("batches", Json.array(rows.stream().map(DiffJson::of).toList()));
    if (ids.isEmpty()) {
      json.put("hidden", hidden(batches, shown).json());
    }
    return json.build();
  }

  private Hidden hidden(Batches batches, BatchFilter shown) {
    return Hidden.of(batches.listing().rows(direction.chosen()), shown);
  }

  private List<Row> rows(Batches batches, BatchFilter shown) throws Exception {
    if (ids.isEmpty()) {
      return batches.listing().rows(direction.chosen(), shown);
    }
    var rows = new ArrayList<Row>();
    for (String id : ids) {
      rows.add(batches.find(id, direction.chosen()));
    }
    return rows;
  }

  private void print(Console console, DiffText text, List<Row> rows) {
    if (rows.isEmpty()) {
      console.out().print(SafeText.literal("Nothing undecided."));
    }
    for (Row row : rows) {
      if (nameOnly) {
        text.printNames(row);
      } else if (stat) {
        text.printStat(row);
      } else {
        text.print(row);
      }
    }
  }
}
