package dev.sluice.web.page;

import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.LineDiff.Hunk;
import dev.sluice.state.diff.LineDiff.Line;
import dev.sluice.state.diff.LineDiff.Mark;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** The lines of a diff as rows of a table, unified or side by side. */
final class DiffRows {
  /** Rows on one page. */
  static final int PAGE = 1000;

  /** Longest line shown, in characters and columns. */
  static final int LONGEST_LINE = 2000;

  /**
   * One line, or a gap between lines.
   *
   * @param mark {@code kept}, {@code added}, {@code removed}, {@code gap} or {@code none}
   * @param before its number before; empty for an added line
   * @param after its number after; empty for a removed line
   * @param text the line
   * @param cut how many characters of it are not shown
   */
  record Row(String mark, String before, String after, Marked text, int cut) {
    static final Row GAP = new Row("gap", "", "", Marked.of(SafeText.EMPTY), 0);
    static final Row NONE = new Row("none", "", "", Marked.of(SafeText.EMPTY), 0);

    String sign() {
      return switch (mark) {
        case "added" -> "+";
        case "removed" -> "−";
        default -> "";
      };
    }

    /** The sign in words, for those who hear the page. */
    String spoken() {
      return sign().isEmpty() ? "" : mark;
    }
  }

  /** What stands beside each other; {@link Row#NONE} where nothing does. */
  record Pair(Row before, Row after) {}

  private DiffRows() {}

  /** All rows of a part, unified. */
  static List<Row> unified(PartDiff part) {
    var rows = new ArrayList<Row>();
    for (Hunk hunk : shown(part)) {
      if (!rows.isEmpty()) {
        rows.add(Row.GAP);
      }
      hunk.lines().forEach(line -> rows.add(row(line)));
    }
    return rows;
  }

  /** Rows of {@link #unified}, those that replace each other side by side. */
  static List<Pair> sideBySide(List<Row> unified) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < unified.size(); ) {
      int added = end(unified, i, "removed");
      int next = end(unified, added, "added");
      if (next == i) {
        pairs.add(new Pair(unified.get(i), unified.get(i)));
        i++;
      } else {
        List<Row> old = unified.subList(i, added);
        List<Row> now = unified.subList(added, next);
        for (int row = 0; row < Math.max(old.size(), now.size()); row++) {
          pairs.add(new Pair(at(old, row), at(now, row)));
        }
        i = next;
      }
    }
    return pairs;
  }

  private static int end(List<Row> rows, int from, String mark) {
    int end = from;
    while (end < rows.size() && rows.get(end).mark().equals(mark)) {
      end++;
    }
    return end;
  }

  private static Row at(List<Row> rows, int index) {
    return index < rows.size() ? rows.get(index) : Row.NONE;
  }

  private static Row row(Line line) {
    String whole = line.text();
    int end = Math.min(whole.length(), LONGEST_LINE);
    if (end < whole.length() && Character.isHighSurrogate(whole.charAt(end - 1))) {
      end--;
    }
    List<SafeText> text = SafeText.lines(whole.substring(0, end));
    return new Row(
        word(line.mark()),
        number(line.before()),
        number(line.after()),
        Marked.of(text.isEmpty() ? SafeText.EMPTY : text.get(0)),
        whole.length() - end);
  }

  private static String word(Mark mark) {
    return switch (mark) {
      case KEPT -> "kept";
      case REMOVED -> "removed";
      case ADDED -> "added";
    };
  }

  private static String number(int line) {
    return line > 0 ? Integer.toString(line) : "";
  }

  /** Without the empty line that the last line feed of a wholly new or removed text leaves. */
  static List<Hunk> shown(PartDiff part) {
    List<Hunk> hunks = part.lines().hunks();
    if (hunks.size() != 1 || (part.before().isPresent() && part.after().isPresent())) {
      return hunks;
    }
    List<Line> lines = hunks.get(0).lines();
    boolean endsEmpty = lines.size() > 1 && lines.get(lines.size() - 1).text().isEmpty();
    return endsEmpty ? List.of(new LineDiff.Hunk(lines.subList(0, lines.size() - 1))) : hunks;
  }
}
