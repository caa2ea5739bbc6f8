package dev.sluice.web.page;

import dev.sluice.state.PartRef;
import dev.sluice.state.diff.LineDiff.Line;
import dev.sluice.state.diff.PartDiff;
import java.util.List;
import java.util.Optional;

/**
 * A part before and after.
 *
 * @param name the part
 * @param size its lengths in words
 * @param after digest of its content afterwards; empty if it goes
 * @param note why there are no lines; empty if there are
 * @param rows the lines of this page, unified
 * @param pairs the same side by side; none when they are shown unified
 * @param language what the colours go by; empty for none
 * @param page this page, from 1
 * @param pages how many there are
 */
record PartView(
    String name,
    String size,
    String after,
    String note,
    List<DiffRows.Row> rows,
    List<DiffRows.Pair> pairs,
    String language,
    int page,
    int pages) {
  /**
   * @param look how the reviewer wants to see it
   * @param anchor what an address calls it
   */
  static PartView of(PartDiff part, Look look, String language, String anchor) {
    List<Optional<Line>> all = DiffRows.lines(part);
    int pages = Math.max(1, (all.size() + DiffRows.PAGE - 1) / DiffRows.PAGE);
    int page = Math.min(look.page(), pages);
    List<Optional<Line>> shown =
        all.subList((page - 1) * DiffRows.PAGE, Math.min(all.size(), page * DiffRows.PAGE));
    List<DiffRows.Row> rows = DiffRows.unified(part, shown, anchor);
    return new PartView(
        part.name(),
        size(part),
        part.after().map(ref -> ref.digest().hex()).orElse(""),
        note(part),
        rows,
        look.isSplit() ? DiffRows.sideBySide(rows) : List.of(),
        language,
        page,
        pages);
  }

  private static String size(PartDiff part) {
    return part.before().isEmpty()
        ? size(part.after())
        : size(part.before()) + " → " + size(part.after());
  }

  private static String size(Optional<PartRef> part) {
    return part.map(ref -> ref.bytes() + " bytes").orElse("nothing");
  }

  private static String note(PartDiff part) {
    return switch (part.lines().extent()) {
      case LINES -> "";
      case BLOCK -> "Too many lines changed to look for those that stayed.";
      case NOT_TEXT -> "This is not text; it was compared by its digest.";
      case TOO_LONG -> "This is too long to be shown line by line.";
      case NOT_HERE -> "Its bytes are not on this side.";
    };
  }

  /** The same where there are no other pages to go to; it says so if that leaves lines out. */
  PartView alone() {
    String rest = pages == 1 ? note : "Only the first " + DiffRows.PAGE + " lines are shown.";
    return new PartView(name, size, after, rest, rows, pairs, language, 1, 1);
  }

  boolean isThere() {
    return !after.isEmpty();
  }

  boolean isSplit() {
    return !pairs.isEmpty();
  }
}
