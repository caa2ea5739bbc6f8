package dev.sluice.web.page;

import dev.sluice.state.Side;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Plan;
import java.util.List;
import java.util.Optional;

/**
 * S6: what was done, to be kept or printed.
 *
 * @param frame around it
 * @param sentence what was done, in a sentence
 * @param lines what became of each object and batch
 * @param anchor where the audit log stands now
 * @param high whether code may be run here next
 */
record DonePage(
    Frame frame, Marked sentence, List<SummaryPage.Line> lines, String anchor, boolean high) {
  /**
   * @param done the plan that was carried out; empty if none was
   */
  static DonePage of(Board board, Marked sentence, Optional<Plan> done) {
    return new DonePage(
        Frame.of(board, "Done", ""),
        sentence,
        done.map(plan -> SummaryPage.lines(board, plan)).orElse(List.of()),
        "entry " + board.sequence() + ", by " + Marked.of(board.reviewer()),
        board.site().side() == Side.HIGH);
  }
}
