package dev.sluice.web.page;

import dev.sluice.state.diff.LineDiff.Hunk;
import dev.sluice.state.diff.LineDiff.Line;
import dev.sluice.state.diff.LineDiff.Mark;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @param anchor what an address calls it; empty for a line that goes
   * @param findings what was found in it
   */
  record Row(
      String mark,
      String before,
      String after,
      Marked text,
      int cut,
      String anchor,
      List<Finding> findings) {
    static final Row GAP = blank("gap");
    static final Row NONE = blank("none");

    private static Row blank(String mark) {
      return new Row(mark, "", "", Marked.of(SafeText.EMPTY), 0, "", List.of());
    }

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

  /** The lines of a part, unified; empty stands for a gap between them. */
  static List<Optional<Line>> lines(PartDiff part) {
    var lines = new ArrayList<Optional<Line>>();
    for (Hunk hunk : part.shownHunks()) {
      if (!lines.isEmpty()) {
        lines.add(Optional.empty());
      }
      hunk.lines().forEach(line -> lines.add(Optional.of(line)));
    }
    return lines;
  }

  /**
   * Some of these lines as rows.
   *
   * @param anchor what an address calls the part
   */
  static List<Row> unified(PartDiff part, List<Optional<Line>> lines, String anchor) {
    return lines.stream()
        .map(line -> line.map(shown -> row(part, shown, anchor)).orElse(Row.GAP))
        .toList();
  }

  /** The page, from 1, on which line {@code after} of a part is. */
  static int pageOf(PartDiff part, int after) {
    List<Optional<Line>> lines = lines(part);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).filter(line -> line.after() == after).isPresent()) {
        return i / PAGE + 1;
      }
    }
    return 1;
  }

  /** What an address calls line {@code after} of a part. */
  static String anchor(String part, int after) {
    return after > 0 ? part + "." + after : "";
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

  private static Row row(PartDiff part, Line line, String anchor) {
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
        whole.length() - end,
        anchor(anchor, line.after()),
        Findings.in(part, line));
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
}
