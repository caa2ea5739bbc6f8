package dev.sluice.web.preview;

import dev.sluice.state.text.SafeText;
import dev.sluice.web.preview.Preview.Cell;
import dev.sluice.web.preview.Preview.Column;
import dev.sluice.web.preview.Preview.Part;
import dev.sluice.web.preview.Preview.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text with the same number of cells in every line, two at least, the first line naming them. */
final class Tables {
  private static final int MOST_ROWS = 200_000;
  static final int MOST_COLUMNS = 50;
  static final int ROWS = 200;
  private static final int LONGEST_CELL = 200;

  private Tables() {}

  /** The table; empty if {@code text} is none. */
  static Optional<Preview> preview(String text, int page) {
    return rows(text).map(rows -> table(rows, page));
  }

  /** All rows, the names of the columns among them, two at least; empty if {@code text} is none. */
  static Optional<List<List<String>>> rows(String text) {
    return rows(text, ',').or(() -> rows(text, '\t'));
  }

  private static Optional<List<List<String>>> rows(String text, char separator) {
    var rows = new ArrayList<List<String>>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Optional<List<String>> cells = Cells.of(line, separator);
      int width = cells.map(List::size).orElse(0);
      boolean fits = width >= 2 && (rows.isEmpty() || width == rows.get(0).size());
      if (!fits || rows.size() > MOST_ROWS) {
        return Optional.empty();
      }
      rows.add(cells.orElseThrow());
    }
    return rows.size() < 2 ? Optional.empty() : Optional.of(rows);
  }

  private static Table table(List<List<String>> all, int page) {
    List<List<String>> body = all.subList(1, all.size());
    Part part = Part.of(page, body.size(), ROWS);
    int width = Math.min(MOST_COLUMNS, all.get(0).size());
    var columns = new ArrayList<Column>();
    for (int i = 0; i < width; i++) {
      columns.add(new Column(cut(all.get(0).get(i)), ColumnFacts.of(body, i)));
    }
    return new Table(
        columns,
        part.of(body, ROWS).stream().map(row -> cells(row.subList(0, width))).toList(),
        part,
        "%,d rows, %d columns%s."
            .formatted(
                body.size(),
                all.get(0).size(),
                width < all.get(0).size() ? ", of which " + width + " are shown" : ""));
  }

  private static List<Cell> cells(List<String> row) {
    return row.stream()
        .map(cell -> new Cell(cut(cell), ColumnFacts.isFormula(cell) ? "formula" : ""))
        .toList();
  }

  static SafeText cut(String cell) {
    return SafeText.of(cell.substring(0, Math.min(cell.length(), 1000))).cut(LONGEST_CELL);
  }
}
