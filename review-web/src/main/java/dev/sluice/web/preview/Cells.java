package dev.sluice.web.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of separated values. */
final class Cells {
  private Cells() {}

  /**
   * Its cells; empty if a quote stands where none may. A cell that goes on in the next line has its
   * quote there and is refused too.
   */
  static Optional<List<String>> of(String line, char separator) {
    var cells = new ArrayList<String>();
    int at = 0;
    while (at <= line.length()) {
      if (at < line.length() && line.charAt(at) == '"') {
        var cell = new StringBuilder();
        int end = quoted(line, separator, at + 1, cell);
        if (end < 0) {
          return Optional.empty();
        }
        cells.add(cell.toString());
        at = end + 1;
      } else {
        int next = line.indexOf(separator, at);
        int end = next < 0 ? line.length() : next;
        cells.add(line.substring(at, end));
        at = end + 1;
      }
    }
    return Optional.of(cells);
  }

  /**
   * Reads to the closing quote; where the cell ends, or -1 if that is not at a separator or the
   * end.
   */
  private static int quoted(String line, char separator, int from, StringBuilder cell) {
    int at = from;
    while (at < line.length()) {
      char next = line.charAt(at);
      boolean doubled = next == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"';
      if (next == '"' && !doubled) {
        return at + 1 == line.length() || line.charAt(at + 1) == separator ? at + 1 : -1;
      }
      cell.append(next);
      at += doubled ? 2 : 1;
    }
    return -1;
  }
}
