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
import picocli.CommandLine.Option;

/** Hides batches until they change, and with them whatever needs them. */
@Command(
    name = "ignore",
    header = "Hide batches, and all that need them, until they change; nobody is told.",
    footer = {"sluice ignore rq-c01d --note \"told security\"", "sluice ignore ds-91e0 --yes"})
public final class IgnoreCommand extends DecideCommand {
  @Option(names = "--yes", description = "Take dependent batches along without asking.")
  private boolean yes;

  public IgnoreCommand(Invocation invocation) {
    super(invocation, Verdict.IGNORE);
  }

  @Override
  List<Row> along(List<Row> chosen, Listing listing) {
    var along = new ArrayList<Row>();
    for (Row row : chosen) {
      Verdicts.along(Verdict.IGNORE, row.batch(), listing.beside(row.batch()))
          .forEach(dependent -> along.add(listing.row(dependent)));
    }
    return without(along, chosen);
  }

  @Override
  void agree(Session session, Listing listing, List<Row> along) {
    Printer err = session.console().err();
    err.print(SafeText.literal("These need what you ignore and are ignored with it:"));
    for (Row row : along) {
      err.print(
          SafeText.sentence(
              "  {} {}, {}",
              row.label(),
              BatchWords.name(row.batch(), listing.names()),
              row.batch().standing()));
    }
    if (!yes) {
      session
          .invocation()
          .prompt()
          .confirm(SafeText.literal("Type y to ignore them too:"), "y", "--yes");
    }
  }

  @Override
  void report(Printer out, Session session, Listing listing, List<Row> rows) {
    for (Row row : rows) {
      out.print(SafeText.sentence("Ignored {}.", BatchWords.name(row.batch(), listing.names())));
    }
    out.print(
        SafeText.literal(
            rows.size() == 1
                ? "No other batch depends on it. It stays hidden until it changes; nobody is told."
                : "They stay hidden until they change; nobody is told."));
  }
}
