package dev.sluice.web.preview;

import dev.sluice.web.preview.Preview.Notebook;
import dev.sluice.web.preview.Preview.NotebookCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jupyter notebooks as their cells. Of what a cell put out only plain text is shown; pictures, HTML
 * and scripts are counted.
 */
final class Notebooks {
  private static final int MOST_CELLS = 200;
  private static final int MOST_LINES = 500;

  private int left;

  private Notebooks() {}

  /** The cells of a notebook; empty if {@code text} is none. */
  static Optional<Preview> preview(String text) {
    if (!text.stripLeading().startsWith("{") || !text.contains("\"nbformat\"")) {
      return Optional.empty();
    }
    return LooseJson.parse(text)
        .filter(Map.class::isInstance)
        .map(Map.class::cast)
        .filter(notebook -> notebook.get("cells") instanceof List)
        .map(notebook -> new Notebooks().of((List<?>) notebook.get("cells")));
  }

  private Preview of(List<?> cells) {
    var shown = new ArrayList<NotebookCell>();
    for (Object each : cells) {
      if (each instanceof Map<?, ?> cell && shown.size() < MOST_CELLS) {
        shown.add(new NotebookCell(kind(cell), lines(joined(cell.get("source")))));
        outputs(cell.get("outputs"), shown);
      } else {
        left++;
      }
    }
    return new Notebook(
        shown,
        "A notebook. Raw text shows all of it."
            + (left == 0 ? "" : " Not shown here: " + left + " cells or outputs."));
  }

  private static String kind(Map<?, ?> cell) {
    return "code".equals(cell.get("cell_type")) || "markdown".equals(cell.get("cell_type"))
        ? cell.get("cell_type").toString()
        : "raw";
  }

  private void outputs(Object outputs, List<NotebookCell> shown) {
    if (!(outputs instanceof List<?> all)) {
      return;
    }
    for (Object each : all) {
      Optional<String> plain = each instanceof Map<?, ?> output ? plain(output) : Optional.empty();
      if (plain.isPresent() && shown.size() < MOST_CELLS) {
        shown.add(new NotebookCell("output", lines(plain.get())));
      } else {
        left++;
      }
    }
  }

  private Optional<String> plain(Map<?, ?> output) {
    if (output.get("data") instanceof Map<?, ?> data) {
      left += data.containsKey("text/plain") ? data.size() - 1 : 0;
      return Optional.ofNullable(data.get("text/plain")).map(Notebooks::joined);
    }
    return Optional.ofNullable(output.get("text"))
        .or(() -> Optional.ofNullable(output.get("traceback")))
        .map(Notebooks::joined);
  }

  /** Text of a notebook, which is a string or a list of them. */
  private static String joined(Object text) {
    if (text instanceof List<?> lines) {
      var all = new StringBuilder();
      lines.forEach(all::append);
      return all.toString();
    }
    return text instanceof String one ? one : "";
  }

  private List<Preview.Line> lines(String text) {
    List<String> all = text.lines().toList();
    left += all.size() > MOST_LINES ? 1 : 0;
    return all.stream().limit(MOST_LINES).map(TerminalText::line).toList();
  }
}
