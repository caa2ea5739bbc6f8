package dev.sluice.web.page;

import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * S5: what an apply would do, to be checked before it is done.
 *
 * @param frame around it
 * @param plan its name
 * @param summary how many of each
 * @param applies whether anything would be done
 * @param lines what becomes of each object and batch
 * @param told what requesters will see
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
    List<Told> told,
    long leaving,
    int privateItems,
    Form form,
    Form finish,
    String problem) {
  private static final int LONGEST_TITLE = 60;

  /**
   * One line.
   *
   * @param change page to change the decision on; empty for none
   */
  record Line(Marked action, String kind, String id, Marked title, Marked remark, String change) {}

  /** What a person on the other side will see. */
  record Told(Marked person, Marked words) {}

  static SummaryPage of(Board board, Plan plan, Form form, Form finish, String problem) {
    List<ListedBatch> out = board.batches(Direction.OUT);
    return new SummaryPage(
        Frame.of(board, "Check before applying", "summary"),
        plan.id(),
        Marked.of(plan.summary()),
        plan.changes() == Plan.Changes.SOMETHING,
        lines(board, plan),
        told(board),
        out.stream().filter(batch -> batch.standing() == Standing.APPROVED).count(),
        out.stream()
            .filter(batch -> batch.standing() == Standing.APPROVED)
            .mapToInt(batch -> batch.privateItems(PrivateItem.State.SHARED))
            .sum(),
        form,
        finish,
        problem);
  }

  static List<Line> lines(Board board, Plan plan) {
    return plan.lines().stream().map(line -> line(board, line)).toList();
  }

  private static List<Told> told(Board board) {
    var told = new ArrayList<Told>();
    for (ListedBatch batch : board.batches()) {
      SafeText name =
          SafeText.sentence(
              "{} {} {}",
              batch.kind().name(),
              board.names().apply(batch.root()),
              SafeText.of(batch.title()).cut(LONGEST_TITLE));
      words(batch).ifPresent(what -> told.add(told(batch, name.plus(what))));
    }
    return List.copyOf(told);
  }

  private static Told told(ListedBatch batch, SafeText words) {
    return new Told(Marked.title(batch.owner()), Marked.of(words));
  }

  private static Optional<SafeText> words(ListedBatch batch) {
    boolean in = batch.direction() == Direction.IN;
    if (in && batch.standing() == Standing.REJECTED) {
      String reason = batch.decision().map(Decision::reason).orElse("");
      return Optional.of(SafeText.sentence(": rejected, “{}”", reason));
    }
    if (in && batch.standing() == Standing.APPROVED) {
      return Optional.of(SafeText.literal(": applied"));
    }
    int shared = batch.privateItems(PrivateItem.State.SHARED);
    return !in && batch.standing() == Standing.APPROVED && shared > 0
        ? Optional.of(SafeText.sentence(": private items to read: {}", shared))
        : Optional.empty();
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
