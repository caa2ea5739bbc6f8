package dev.sluice.web.page;

import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Direction;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Plan;
import java.util.List;

/**
 * S5: what an apply would do, to be checked before it is done.
 *
 * @param frame around it
 * @param plan its name
 * @param summary how many of each
 * @param applies whether anything would be done
 * @param lines what becomes of each object and batch
 * @param leaving batches that were approved to leave
 * @param privateItems private items that would leave with the next export
 * @param form applies
 * @param finish ends the review
 * @param problem what was wrong with the form; empty for nothing
 */
record SummaryPage(
    Frame frame,
    String plan,
    Marked summary,
    boolean applies,
    List<Line> lines,
    long leaving,
    int privateItems,
    Form form,
    Form finish,
    String problem) {
  /**
   * One line.
   *
   * @param change page to change the decision on; empty for none
   */
  record Line(Marked action, String kind, String id, Marked title, Marked remark, String change) {}

  static SummaryPage of(Board board, Plan plan, Form form, Form finish, String problem) {
    List<ListedBatch> out = board.batches(Direction.OUT);
    return new SummaryPage(
        Frame.of(board, "Check before applying", "summary"),
        plan.id(),
        Marked.of(plan.summary()),
        plan.changes() == Plan.Changes.SOMETHING,
        plan.lines().stream().map(line -> line(board, line)).toList(),
        out.stream().filter(batch -> batch.standing() == Standing.APPROVED).count(),
        out.stream()
            .filter(batch -> batch.standing() == Standing.APPROVED)
            .mapToInt(batch -> batch.privateItems(PrivateItem.State.SHARED))
            .sum(),
        form,
        finish,
        problem);
  }

  private static Line line(Board board, Plan.Line line) {
    String change =
        board.batches(Direction.IN).stream()
            .filter(batch -> batch.root().equals(line.object()) && batch.decision().isPresent())
            .findFirst()
            .map(batch -> BatchAddress.of(batch).path())
            .orElse("");
    return new Line(
        Marked.of(line.action()),
        line.kind(),
        board.names().apply(line.object()),
        Marked.of(line.title()),
        Marked.of(line.remark()),
        change);
  }
}
