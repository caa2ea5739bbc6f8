package dev.sluice.web.page;

import dev.sluice.state.Side;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
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
  private static final SafeText NOTHING = SafeText.literal("Nothing was applied yet.");

  static DonePage of(Board board, Optional<Receipt> receipt) {
    return new DonePage(
        Frame.of(board, "Done", ""),
        Marked.of(receipt.map(Receipt::sentence).orElse(NOTHING)),
        receipt.map(done -> SummaryPage.lines(done.before(), done.plan())).orElse(List.of()),
        "entry " + board.sequence() + ", by " + Marked.of(board.reviewer()),
        board.site().side() == Side.HIGH);
  }
}
