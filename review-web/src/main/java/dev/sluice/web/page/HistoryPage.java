package dev.sluice.web.page;

import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Direction;
import dev.sluice.web.desk.Board;
import java.util.List;

/**
 * S7: the bundles of both directions.
 *
 * @param frame around it
 * @param bundles newest first
 */
record HistoryPage(Frame frame, List<Line> bundles) {
  /** What happened to one bundle. */
  record Line(
      String at,
      String number,
      String report,
      String way,
      Marked peer,
      long changes,
      String what) {}

  static HistoryPage of(Board board, List<BundleEntry> entries) {
    return new HistoryPage(
        Frame.of(board, "History", "history"), entries.stream().map(HistoryPage::line).toList());
  }

  private static Line line(BundleEntry entry) {
    return new Line(
        Times.shown(entry.at()),
        entry.name(),
        "/report/" + entry.bundle().hex(),
        entry.direction() == Direction.IN ? "from" : "to",
        Marked.of(entry.peer()),
        entry.to() - entry.from(),
        entry.note().toString());
  }
}
