package dev.sluice.cli.command;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Takes verdicts back. */
@Command(
    name = "reset",
    header = "Take the last decision on batches back.",
    description = "What was applied or has left stays as it is.",
    footer = {"sluice reset rq-7f2a", "sluice reset jb-19c4 --outgoing"})
public final class ResetCommand extends DecideCommand {
  public ResetCommand(Invocation invocation) {
    super(invocation, Verdict.RESET);
  }

  @Override
  void report(Printer out, Session session, Listing listing, List<Row> rows) {
    for (Row row : rows) {
      out.print(
          SafeText.sentence(
              "{} is undecided again.", BatchWords.name(row.batch(), listing.names())));
    }
  }
}
