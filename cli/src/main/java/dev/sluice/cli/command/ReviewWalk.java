package dev.sluice.cli.command;

import dev.sluice.api.Verdicts;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Prompt;
import dev.sluice.cli.view.BatchSheet;
import dev.sluice.cli.view.BatchTree;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.DiffText;
import dev.sluice.cli.view.Hidden;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks about one undecided batch after the other, line by line. */
final class ReviewWalk {
  private static final String FLAG = "sluice approve, reject, skip or ignore ID";
  private static final SafeText QUESTION =
      SafeText.literal(
          "Approve, reject, skip, ignore, diff, tree, sheet, quit [a,r,s,i,d,t,h,q,?]");
  private static final List<SafeText> HELP =
      List.of(
          SafeText.literal("a  approve it as it now is; you may give a reason"),
          SafeText.literal("r  reject it; the requester is told the reason"),
          SafeText.literal("s  skip it; it is asked again next time"),
          SafeText.literal("i  ignore it, and all that needs it, until it changes"),
          SafeText.literal("d  show what it would change, again"),
          SafeText.literal("t  show what it needs"),
          SafeText.literal("h  show its objects, private items and what was said"),
          SafeText.literal("q  stop here; what was decided stays decided"));

  private final Session session;
  private final Printer out;
  private final Prompt prompt;
  private final BatchFilter undecided;

  /** Whether to go on. */
  private enum Step {
    NEXT,
    STOP
  }

  /** A walk through what {@code undecided} shows. */
  ReviewWalk(Session session, BatchFilter undecided) {
    this.session = session;
    this.out = session.console().out();
    this.prompt = session.invocation().prompt();
    this.undecided = undecided;
  }

  ExitCode run() throws Exception {
    Listing all = Batches.of(session).listing();
    List<Row> due = all.rows(Optional.empty(), undecided);
    out.print(Hidden.of(all.rows(), undecided).line(due.size()));
    if (due.isEmpty()) {
      out.print(SafeText.literal("Nothing is undecided. Next: sluice plan"));
      return ExitCode.OK;
    }
    int asked = 0;
    for (Row row : due) {
      asked++;
      Listing listing = Batches.of(session).listing();
      Optional<Row> now = present(listing, row.batch());
      if (now.isPresent()) {
        out.print(SafeText.sentence("{} of {}", asked, due.size()));
        if (ask(listing, now.get()) == Step.STOP) {
          return ExitCode.OK;
        }
      }
    }
    out.print(SafeText.literal("That was all. Next: sluice plan"));
    return ExitCode.OK;
  }

  /** The same content, if it is still undecided: deciding on another may have settled it. */
  private static Optional<Row> present(Listing listing, ListedBatch batch) {
    return listing.rows().stream()
        .filter(row -> row.batch().direction() == batch.direction())
        .filter(row -> row.batch().peer().equals(batch.peer()))
        .filter(row -> row.batch().id().equals(batch.id()) && row.batch().standing().isOpen())
        .findFirst();
  }

  private Step ask(Listing listing, Row row) throws Exception {
    new DiffText(out, listing.names(), session.kinds()).print(row);
    while (true) {
      String answer = prompt.line(QUESTION, FLAG);
      switch (answer) {
        case "a" -> {
          Optional<Take> take = take(row);
          decide(row, List.of(), Verdict.APPROVE, reason("Reason, may be empty:"), take);
        }
        case "r" -> {
          String reason = reason("Reason, sent to the requester:");
          if (reason.isEmpty()) {
            out.print(SafeText.literal("A rejection has a reason. Nothing was recorded."));
            continue;
          }
          decide(row, List.of(), Verdict.REJECT, reason);
        }
        case "s" -> decide(row, List.of(), Verdict.SKIP, "");
        case "i" -> {
          List<Row> along = along(listing, row);
          if (!agreesTo(listing, along)) {
            continue;
          }
          decide(row, along, Verdict.IGNORE, "");
        }
        case "q" -> {
          return Step.STOP;
        }
        default -> {
          show(answer, listing, row);
          continue;
        }
      }
      out.print(
          SafeText.sentence("Recorded for {}.", BatchWords.name(row.batch(), listing.names())));
      return Step.NEXT;
    }
  }

  /** Whose version counts, which is asked of conflicts only; anything else keeps it held. */
  private Optional<Take> take(Row row) {
    if (row.batch().status() != Status.CONFLICT) {
      return Optional.empty();
    }
    String whose = prompt.line(SafeText.literal("Whose version counts, incoming or mine:"), FLAG);
    return Stream.of(Take.values()).filter(take -> take.toString().equals(whose)).findFirst();
  }

  private String reason(String question) {
    return prompt.line(SafeText.of(question), FLAG);
  }

  private void show(String what, Listing listing, Row row) {
    switch (what) {
      case "d" -> new DiffText(out, listing.names(), session.kinds()).print(row);
      case "t" -> BatchTree.print(out, List.of(row), listing, session.kinds());
      case "h" -> BatchSheet.print(out, row, listing.names(), session.kinds());
      default -> out.print(HELP);
    }
  }

  private static List<Row> along(Listing listing, Row row) {
    return Verdicts.along(Verdict.IGNORE, row.batch(), listing.beside(row.batch())).stream()
        .map(listing::row)
        .toList();
  }

  private boolean agreesTo(Listing listing, List<Row> along) {
    if (along.isEmpty()) {
      return true;
    }
    out.print(SafeText.literal("These need it and are ignored with it:"));
    along.forEach(
        row -> out.print(SafeText.sentence("  {}", BatchWords.name(row.batch(), listing.names()))));
    return prompt.line(SafeText.literal("Type y to ignore them too:"), FLAG).equals("y");
  }

  private void decide(Row row, List<Row> along, Verdict verdict, String reason) throws Exception {
    decide(row, along, verdict, reason, Optional.empty());
  }

  private void decide(Row row, List<Row> along, Verdict verdict, String reason, Optional<Take> take)
      throws Exception {
    List<Row> rows = Stream.concat(Stream.of(row), along.stream()).toList();
    Decided.record(session, rows, new Statement(verdict, session.actor(), reason, "", take));
  }
}
