package dev.sluice.web.preview;

import dev.sluice.state.text.SafeText;
import java.util.List;

/** Content as it can be looked at without being believed. */
public sealed interface Preview {
  /** What is not shown, or what it is; empty if there is nothing to say. */
  String note();

  /**
   * Lines of text.
   *
   * @param first number of the first one, from 1
   * @param part which page of them this is
   */
  record Lines(int first, List<Line> lines, Part part, String note) implements Preview {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One line, in pieces of one style each.
   *
   * @param cut how many characters of it are not shown
   */
  record Line(List<Piece> pieces, int cut) {
    public Line {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A piece of a line.
   *
   * @param style names of CSS classes; empty for none
   */
  record Piece(SafeText text, String style) {}

  /** A table: its columns, and rows of one cell for each. */
  record Table(List<Column> columns, List<List<Cell>> rows, Part part, String note)
      implements Preview {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column.
   *
   * @param facts what is in all of it, in words
   */
  record Column(SafeText name, List<String> facts) {
    public Column {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A cell.
   *
   * @param flag why somebody should look at it, in a word; empty for nothing
   */
  record Cell(SafeText text, String flag) {}

  /** A picture that can be drawn anew; see {@link Pictures#redrawn}. */
  record Picture(String note) implements Preview {}

  /** Cells of a notebook; what would run in a browser is left out. */
  record Notebook(List<NotebookCell> cells, String note) implements Preview {
    public Notebook {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a notebook.
   *
   * @param kind {@code code}, {@code markdown}, {@code raw} or {@code output}
   */
  record NotebookCell(String kind, List<Line> lines) {
    public NotebookCell {
      lines = List.copyOf(lines);
    }
  }

  /** Bytes, sixteen in a line. */
  record Hex(List<SafeText> lines, String note) implements Preview {
    public Hex {
      lines = List.copyOf(lines);
    }
  }

  /** Content that is not at hand. */
  record Absent(String note) implements Preview {}

  /** Which page of {@code pages} is shown, from 1. */
  record Part(int page, int pages) {
    static final Part WHOLE = new Part(1, 1);

    static Part of(int wanted, int rows, int rowsOnAPage) {
      int pages = Math.max(1, (rows + rowsOnAPage - 1) / rowsOnAPage);
      return new Part(Math.min(Math.max(1, wanted), pages), pages);
    }

    <T> List<T> of(List<T> all, int onAPage) {
      int from = (page - 1) * onAPage;
      return all.subList(Math.min(from, all.size()), Math.min(all.size(), from + onAPage));
    }
  }
}
