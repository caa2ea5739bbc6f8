package dev.sluice.cli.command;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.Side;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.Cascade;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Direction;
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

  /** A batch is applied or read only where what it needs is; that needs decisions of its own. */
  private static void reportParents(
      Printer out, Session session, Listing listing, List<Row> rows, ListedBatch batch) {
    for (ListedBatch needed : Cascade.dependencies(batch, listing.beside(batch))) {
      Row row = listing.row(needed);
      if (!rows.contains(row) && isOpenHere(session, listing, batch, needed)) {
        out.print(
            SafeText.sentence(
                "  It needs {}, which is {}: sluice approve {}",
                BatchWords.name(needed, listing.names()),
                needed.standing(),
                listing.names().of(needed.root())));
      }
    }
  }

  private static boolean isOpenHere(
      Session session, Listing listing, ListedBatch batch, ListedBatch needed) {
    boolean appliesItself = session.side() == Side.LOW && needed.standing().isOpen();
    boolean brought = batch.objects().contains(needed.root());
    boolean known =
        needed.direction() == Direction.IN
            ? listing.isHere(needed.root())
            : needed.status() != Status.NEW;
    return !appliesItself && !brought && !known && needed.standing() != Standing.APPROVED;
  }
}
