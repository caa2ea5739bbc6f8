package dev.sluice.cli.command;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Conflicts;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.Side;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes batches. */
@Command(
    name = "approve",
    header = "Approve batches: to be applied here, or to leave this side.",
    description = {
      "An approval holds for exactly the content that the batch has now. Nothing is applied or",
      "exported by it.",
      "Where both sides changed the same object, --take says whose version counts: incoming puts",
      "the peer's in place of what is here, mine keeps what is here and sends it back."
    },
    footer = {
      "sluice approve rq-7f2a --reason \"sum only\"",
      "sluice approve rq-7f2a --take mine --reason \"we agreed by telephone\""
    })
public final class ApproveCommand extends DecideCommand {
  @Option(
      names = "--take",
      paramLabel = "WHOSE",
      description = "Resolve a conflict: incoming or mine.")
  private Take take;

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
      reportConflict(out, session, listing, row.batch());
      reportParents(out, session, listing, rows, row.batch());
    }
    out.print(next(rows));
  }

  @Override
  Optional<Take> take() {
    return Optional.ofNullable(take);
  }

  private void reportConflict(Printer out, Session session, Listing listing, ListedBatch batch) {
    if (take != null) {
      out.print(
          SafeText.literal(
              take == Take.MINE
                  ? "  What is here stays, and goes back with the next export after the apply."
                  : "  What came in takes the place of what is here with the next apply."));
    } else if (batch.status() == Status.CONFLICT) {
      out.print(SafeText.literal("  It is in conflict and stays held."));
      Conflicts.waysOut(batch, session.kinds(), session.side(), listing.names())
          .forEach(way -> out.print(SafeText.literal("  ").plus(way)));
    }
  }

  private static void reportPrivateItems(Printer out, ListedBatch batch) {
    if (!batch.privateItems().isEmpty()) {
      out.print(
          SafeText.sentence(
              "  private items: {} will leave with it, {} stay here (sluice share)",
              batch.privateItems(PrivateItem.State.SHARED),
              batch.privateItems(PrivateItem.State.WITHHELD)));
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
