package dev.sluice.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.state.text.SafeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Content as it can be looked at without being believed.
 *
 * @param type {@code text}, {@code table}, {@code hex} or {@code nothing}
 * @param lines of text or hex
 * @param cells of a table, its first row first
 * @param note what is not shown, or what it is
 */
record Preview(String type, List<Marked> lines, List<List<Marked>> cells, String note) {
  private static final int MOST_LINES = 200;
  private static final int MOST_COLUMNS = 50;
  private static final int HEX_BYTES = 4096;
  private static final int HEX_WIDTH = 16;
  private static final int LONGEST_CELL = 200;

  /** The preview of {@code content}, which is empty if it is not at hand. */
  static Preview of(Optional<byte[]> content) {
    if (content.isEmpty()) {
      return new Preview("nothing", List.of(), List.of(), "Too long to be shown here.");
    }
    Optional<String> text = text(content.get());
    return text.map(Preview::ofText).orElseGet(() -> hex(content.get()));
  }

  private static Preview ofText(String text) {
    List<String> lines = text.lines().limit(MOST_LINES + 1L).toList();
    boolean more = lines.size() > MOST_LINES;
    List<String> shown = more ? lines.subList(0, MOST_LINES) : lines;
    String note = more ? "Only the first " + MOST_LINES + " lines are shown." : "";
    Optional<List<List<Marked>>> table = table(shown);
    return table.isPresent()
        ? new Preview("table", List.of(), table.get(), note)
        : new Preview("text", shown.stream().map(Preview::line).toList(), List.of(), note);
  }

  private static Marked line(String line) {
    List<SafeText> safe = SafeText.lines(line.substring(0, Math.min(line.length(), 10_000)));
    return Marked.of(safe.isEmpty() ? SafeText.EMPTY : safe.get(0).cut(DiffRows.LONGEST_LINE));
  }

  /** A table where every line has the same number of cells, two at least. */
  private static Optional<List<List<Marked>>> table(List<String> lines) {
    var rows = new ArrayList<List<Marked>>();
    int width = 0;
    for (String line : lines) {
      Optional<List<String>> cells = Cells.of(line);
      if (cells.isEmpty() || cells.get().size() < 2) {
        return Optional.empty();
      }
      width = rows.isEmpty() ? cells.get().size() : width;
      if (cells.get().size() != width || width > MOST_COLUMNS) {
        return Optional.empty();
      }
      rows.add(cells.get().stream().map(cell -> Marked.of(cut(cell))).toList());
    }
    return rows.size() < 2 ? Optional.empty() : Optional.of(rows);
  }

  private static SafeText cut(String cell) {
    return SafeText.of(cell.substring(0, Math.min(cell.length(), 1000))).cut(LONGEST_CELL);
  }

  private static Preview hex(byte[] content) {
    var lines = new ArrayList<Marked>();
    int end = Math.min(content.length, HEX_BYTES);
    for (int from = 0; from < end; from += HEX_WIDTH) {
      var hex = new StringBuilder("%08x ".formatted(from));
      var text = new StringBuilder("  ");
      for (int i = from; i < Math.min(end, from + HEX_WIDTH); i++) {
        hex.append(" %02x".formatted(content[i]));
        text.append(content[i] >= ' ' && content[i] <= '~' ? (char) content[i] : '.');
      }
      lines.add(Marked.of(SafeText.of(hex.append(text).toString())));
    }
    String note = "Not text." + (end < content.length ? " Only the first 4 KiB are shown." : "");
    return new Preview("hex", lines, List.of(), note);
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  boolean isTable() {
    return type.equals("table");
  }
}
