package dev.sluice.cli.command;

import dev.sluice.api.Verdicts;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Brings ignored batches back, and with them the ignored ones that they need. */
@Command(
    name = "unignore",
    header = "Bring ignored batches back, and the ignored ones that they need.",
    footer = {"sluice unignore rq-c01d", "sluice unignore rq-c01d rq-88e1"})
public final class UnignoreCommand extends DecideCommand {
  public UnignoreCommand(Invocation invocation) {
    super(invocation, Verdict.UNIGNORE);
  }

  @Override
  List<Row> along(List<Row> chosen, Listing listing) {
    var along = new ArrayList<Row>();
    for (Row row : chosen) {
      Verdicts.along(Verdict.UNIGNORE, row.batch(), listing.beside(row.batch()))
          .forEach(needed -> along.add(listing.row(needed)));
    }
    return without(along, chosen);
  }

  @Override
  void report(Printer out, Session session, Listing listing, List<Row> rows) {
    for (Row row : rows) {
      out.print(
          SafeText.sentence(
              "{} is back and undecided.", BatchWords.name(row.batch(), listing.names())));
    }
    out.print(SafeText.literal("Next: sluice diff ID"));
  }
}
