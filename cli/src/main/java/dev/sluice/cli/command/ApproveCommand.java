package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.Side;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Takes batches. */
@Command(
    name = "approve",
    header = "Approve batches: to be applied here, or to leave this side.",
    description = {
      "An approval holds for exactly the content that the batch has now. Nothing is applied or",
      "exported by it."
    },
    footer = {
      "sluice approve rq-7f2a --reason \"sum only\"",
      "sluice approve --all-undecided --by curie@example.org"
    })
public final class ApproveCommand extends DecideCommand {
  public ApproveCommand(Invocation invocation) {
    super(invocation, Verdict.APPROVE);
  }

  @Override
  void check(Row row) {
    if (row.batch().standing() == Standing.IGNORED) {
      throw new CliException(ExitCode.USAGE, SafeText.sentence("{} is ignored", row.batch().root()))
          .help(SafeText.sentence("sluice unignore {}", row.batch().root()));
    }
  }

  @Override
  void report(Printer out, Session session, Listing listing, List<Row> rows) {
    for (Row row : rows) {
      out.print(
          SafeText.sentence(
              "Approved {} as {}.",
              BatchWords.name(row.batch(), listing.names()),
              session.actor()));
      reportPrivateItems(out, row.batch());
      reportParents(out, session, listing, rows, row.batch());
    }
    out.print(next(rows));
  }

  private static void reportPrivateItems(Printer out, ListedBatch batch) {
    if (!batch.privateItems().isEmpty()) {
      int shared = batch.sharedItems();
      out.print(
          SafeText.sentence(
              "  private items: {} will leave with it, {} stay here (sluice share)",
              shared,
              batch.privateItems().size() - shared));
    }
  }

  /** What is lacking at the other end comes in batches that have decisions of their own. */
  private static void reportParents(
      Printer out, Session session, Listing listing, List<Row> rows, ListedBatch batch) {
    for (ListedBatch parent : listing.beside(batch)) {
      boolean decided = rows.contains(listing.row(parent)) || travels(session.side(), parent);
      if (!decided && brings(parent, batch)) {
        out.print(
            SafeText.sentence(
                "  It needs {}, which is {}: sluice {} {}",
                BatchWords.name(parent, listing.names()),
                parent.standing(),
                parent.standing() == Standing.IGNORED ? Verdict.UNIGNORE : Verdict.APPROVE,
                listing.names().of(parent.root())));
      }
    }
  }

  private static boolean travels(Side side, ListedBatch batch) {
    return batch.standing() == Standing.APPROVED || (side == Side.LOW && batch.standing().isOpen());
  }

  /** Whether {@code parent} holds something that {@code batch} needs and that is not there yet. */
  private static boolean brings(ListedBatch parent, ListedBatch batch) {
    return parent.diff().objects().stream()
        .filter(object -> object.status() == Status.NEW)
        .anyMatch(object -> batch.batch().required().contains(object.id()));
  }
}
