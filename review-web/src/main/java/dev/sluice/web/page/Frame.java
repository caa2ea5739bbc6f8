package dev.sluice.web.page;

import dev.sluice.state.store.Direction;
import dev.sluice.web.desk.Board;

/**
 * What stands around every screen.
 *
 * @param title of the window; already safe
 * @param tab the screen's name among the tabs
 * @param site name of this site
 * @param side low or high
 * @param reviewer who decides
 * @param incoming undecided batches that came in
 * @param outgoing undecided batches that would leave
 * @param notice what was just done; empty for nothing
 */
record Frame(
    String title,
    String tab,
    String site,
    String side,
    String reviewer,
    long incoming,
    long outgoing,
    String notice) {
  static Frame of(Board board, String title, String tab) {
    return new Frame(
        title,
        tab,
        Marked.of(board.site().name()).toString(),
        board.site().side().toString(),
        Marked.of(board.reviewer()).toString(),
        undecided(board, Direction.IN),
        undecided(board, Direction.OUT),
        "");
  }

  /** A screen about nothing of the site. */
  static Frame bare(String title) {
    return new Frame(title, "", "", "", "", 0, 0, "");
  }

  private static long undecided(Board board, Direction direction) {
    return InboxFilter.DEFAULT.select(board.batches(direction)).stream()
        .filter(batch -> batch.standing().isOpen())
        .count();
  }

  Frame noting(String words) {
    return new Frame(title, tab, site, side, reviewer, incoming, outgoing, words);
  }

  boolean isBare() {
    return site.isEmpty();
  }
}
