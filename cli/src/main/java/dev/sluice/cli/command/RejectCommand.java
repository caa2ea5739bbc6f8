package dev.sluice.cli.command;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Refuses batches. */
@Command(
    name = "reject",
    header = "Reject batches, with a reason that the requester is told.",
    footer = {
      "sluice reject rq-c01d --reason \"returns its input\"",
      "sluice reject b2 --reason \"too broad\" --note \"told security\""
    })
public final class RejectCommand extends DecideCommand {
  public RejectCommand(Invocation invocation) {
    super(invocation, Verdict.REJECT);
  }

  @Override
  void report(Printer out, Session session, Listing listing, List<Row> rows) {
    for (Row row : rows) {
      out.print(
          SafeText.sentence(
              row.batch().direction() == Direction.IN
                  ? "Rejected {} as {}. After sluice apply, the next export tells the reason."
                  : "Rejected {} as {}. It stays on this side until it changes.",
              BatchWords.name(row.batch(), listing.names()),
              session.actor()));
    }
    if (rows.get(0).batch().direction() == Direction.IN) {
      out.print(next(rows));
    }
  }
}
