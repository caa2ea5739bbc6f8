package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Rows of cells in aligned columns. The last column is not padded. */
public final class Table {
  private static final SafeText GAP = SafeText.literal("  ");
  private static final int NARROWEST = 8;

  private final List<List<StyledText>> rows = new ArrayList<>();

  private Table() {}

  /** A table without headings. */
  public static Table plain() {
    return new Table();
  }

  /** A table whose first row is our own {@code headings}. */
  public static Table headed(String... headings) {
    Stream<StyledText> cells =
        Stream.of(headings).map(word -> StyledText.of(Style.DIM, SafeText.literal(word)));
    return new Table().add(cells.toList());
  }

  public Table row(SafeText... cells) {
    return add(Stream.of(cells).map(StyledText::of).toList());
  }

  public Table row(StyledText... cells) {
    return add(List.of(cells));
  }

  private Table add(List<StyledText> cells) {
    if (!rows.isEmpty() && rows.get(0).size() != cells.size()) {
      throw new IllegalArgumentException("a row of " + cells.size() + " cells does not fit");
    }
    rows.add(cells);
    return this;
  }

  List<StyledText> lines(Look look) {
    var shown = new ArrayList<List<StyledText>>();
    rows.forEach(
        row -> shown.add(row.stream().map(cell -> cell.map(look.glyphs()::shown)).toList()));
    int[] widths = widths(shown);
    narrow(widths, look.columns());
    return shown.stream()
        .map(row -> line(row, widths, look.glyphs()).cut(look.columns(), look.glyphs()))
        .toList();
  }

  private static int[] widths(List<List<StyledText>> rows) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    for (List<StyledText> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).columns());
      }
    }
    return widths;
  }

  /** Takes room from the widest column, time after time, until the table fits or no column can. */
  private static void narrow(int[] widths, int columns) {
    long excess = Arrays.stream(widths).asLongStream().sum() + gaps(widths) - columns;
    for (; excess > 0; excess--) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int gaps(int[] widths) {
    return GAP.columns() * Math.max(0, widths.length - 1);
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
  }

  private static StyledText line(List<StyledText> row, int[] widths, Glyphs glyphs) {
    StyledText line = StyledText.of(SafeText.EMPTY);
    for (int i = 0; i < widths.length; i++) {
      StyledText cell = row.get(i).cut(widths[i], glyphs);
      line = line.plus(cell);
      if (i < widths.length - 1) {
        line = line.plus(spaces(widths[i] - cell.columns())).plus(GAP);
      }
    }
    return line;
  }

  private static SafeText spaces(int count) {
    return SafeText.literal(" ".repeat(count));
  }
}
