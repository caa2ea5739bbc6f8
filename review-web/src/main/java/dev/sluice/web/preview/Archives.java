package dev.sluice.web.preview;

import dev.sluice.state.text.SafeText;
import dev.sluice.web.preview.Preview.Cell;
import dev.sluice.web.preview.Preview.Column;
import dev.sluice.web.preview.Preview.Part;
import dev.sluice.web.preview.Preview.Table;
import java.util.List;
import java.util.Optional;

/** Archives as lists of what they say is in them; nothing is unpacked. */
final class Archives {
  /** Most entries that are listed. */
  static final int MOST = 1000;

  private static final int LONGEST_NAME = 300;

  /**
   * One entry.
   *
   * @param bytes its length once unpacked, as the archive says
   * @param flag why somebody should look at it; empty for nothing
   */
  record Entry(String name, long bytes, String flag) {}

  private Archives() {}

  /** The list; empty if {@code content} is no archive that can be read as far as its names. */
  static Optional<Preview> preview(byte[] content) {
    return ZipListing.of(content)
        .map(entries -> table("ZIP", entries))
        .or(() -> TarListing.of(content).map(entries -> table("tar", entries)));
  }

  private static Preview table(String form, List<Entry> entries) {
    String more = entries.size() > MOST ? " The first " + MOST + " are shown." : "";
    return new Table(
        List.of(column("name"), column("bytes")),
        entries.stream().limit(MOST).map(Archives::row).toList(),
        Part.WHOLE,
        "A " + form + " archive. This is what it says it holds; nothing was unpacked." + more);
  }

  private static Column column(String name) {
    return new Column(SafeText.of(name), List.of());
  }

  private static List<Cell> row(Entry entry) {
    String flag = isOutside(entry.name()) ? "leads outside" : entry.flag();
    return List.of(
        new Cell(SafeText.of(entry.name()).cut(LONGEST_NAME), flag),
        new Cell(SafeText.of(Long.toString(entry.bytes())), ""));
  }

  /** Whether an entry would be unpacked somewhere else than below the chosen folder. */
  private static boolean isOutside(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || List.of(name.split("/", -1)).contains("..")
        || name.matches("[A-Za-z]:.*");
  }
}
