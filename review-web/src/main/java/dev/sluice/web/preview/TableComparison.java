package dev.sluice.web.preview;

import dev.sluice.state.text.SafeText;
import dev.sluice.web.preview.Preview.Cell;
import dev.sluice.web.preview.Preview.Column;
import dev.sluice.web.preview.Preview.Part;
import dev.sluice.web.preview.Preview.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two tables of the same columns, cell by cell. Rows are the same if their first cells are, or,
 * where those repeat, if they stand at the same place.
 */
public final class TableComparison {
  private final List<List<String>> before;
  private final Set<Integer> met = new HashSet<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final boolean keyed;
  private int changed;
  private int fresh;
  private int close;

  private TableComparison(List<List<String>> before, List<List<String>> after) {
    this.before = before;
    this.keyed = isKey(before) && isKey(after);
    for (int i = 0; i < before.size(); i++) {
      places.put(before.get(i).get(0), i);
    }
  }

  /**
   * The table {@code after} with what was otherwise in {@code before}; empty unless both are tables
   * of the same width.
   *
   * @param page which page of its rows, from 1
   */
  public static Optional<Table> of(byte[] before, byte[] after, int page) {
    Optional<List<List<String>>> old = Previews.text(before).flatMap(Tables::rows);
    Optional<List<List<String>>> now = Previews.text(after).flatMap(Tables::rows);
    if (old.isEmpty() || now.isEmpty() || width(old.get()) != width(now.get())) {
      return Optional.empty();
    }
    List<List<String>> body = now.get().subList(1, now.get().size());
    return Optional.of(
        new TableComparison(old.get().subList(1, old.get().size()), body)
            .table(now.get().get(0), body, page));
  }

  private static int width(List<List<String>> rows) {
    return rows.get(0).size();
  }

  private static boolean isKey(List<List<String>> rows) {
    return rows.stream().map(row -> row.get(0)).distinct().count() == rows.size();
  }

  private Table table(List<String> names, List<List<String>> after, int page) {
    int width = Math.min(Tables.MOST_COLUMNS, names.size());
    var rows = new ArrayList<List<Cell>>();
    for (int i = 0; i < after.size(); i++) {
      rows.add(row(after.get(i), i, width));
    }
    int gone = before.size() - met.size();
    for (int i = 0; i < before.size(); i++) {
      if (!met.contains(i)) {
        rows.add(flagged(before.get(i), width, "gone"));
      }
    }
    Part part = Part.of(page, rows.size(), Tables.ROWS);
    return new Table(
        names.subList(0, width).stream()
            .map(name -> new Column(Tables.cut(name), List.of()))
            .toList(),
        part.of(rows, Tables.ROWS),
        part,
        "%,d cells differ, %,d rows are new, %,d are gone. Differences below %s: %,d."
            .formatted(changed, fresh, gone, ColumnFacts.SMALL.toPlainString(), close));
  }

  private List<Cell> row(List<String> row, int place, int width) {
    Optional<Integer> former =
        keyed
            ? Optional.ofNullable(places.get(row.get(0)))
            : Optional.of(place).filter(at -> at < before.size());
    if (former.isEmpty()) {
      fresh++;
      return flagged(row, width, "new");
    }
    met.add(former.get());
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < width; i++) {
      cells.add(cell(before.get(former.get()).get(i), row.get(i)));
    }
    return cells;
  }

  private static List<Cell> flagged(List<String> row, int width, String flag) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < width; i++) {
      cells.add(new Cell(Tables.cut(row.get(i)), i == 0 ? flag : ""));
    }
    return cells;
  }

  private Cell cell(String was, String is) {
    if (was.equals(is)) {
      return new Cell(Tables.cut(is), "");
    }
    changed++;
    boolean isClose = isClose(was, is);
    close += isClose ? 1 : 0;
    SafeText former = SafeText.sentence("was {}", Tables.cut(was));
    return new Cell(Tables.cut(is), former + (isClose ? ", differencing?" : ""));
  }

  /** Whether the difference of two numbers may be that of a few people. */
  private static boolean isClose(String was, String is) {
    Optional<BigDecimal> old = ColumnFacts.number(was);
    return old.isPresent()
        && ColumnFacts.number(is)
            .filter(now -> now.subtract(old.get()).abs().compareTo(ColumnFacts.SMALL) < 0)
            .filter(now -> now.compareTo(old.get()) != 0)
            .isPresent();
  }
}
