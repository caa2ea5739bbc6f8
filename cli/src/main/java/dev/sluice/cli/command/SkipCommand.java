package dev.sluice.cli.command;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Leaves batches for another time. */
@Command(
    name = "skip",
    header = "Leave batches for next time; nobody is told.",
    footer = {"sluice skip rq-88e1", "sluice skip --all-undecided --by curie@example.org"})
public final class SkipCommand extends DecideCommand {
  public SkipCommand(Invocation invocation) {
    super(invocation, Verdict.SKIP);
  }

  @Override
  void report(Printer out, Session session, Listing listing, List<Row> rows) {
    for (Row row : rows) {
      out.print(
          SafeText.sentence(
              "Skipped {}. It stays in the list and nobody is told.",
              BatchWords.name(row.batch(), listing.names())));
    }
  }
}
