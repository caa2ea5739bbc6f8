package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.io.PrintStream;
import java.util.List;

/** Writes safe text to one stream, in the way that suits whoever reads it. */
public final class Printer {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream stream;
  private final Look look;

  Printer(PrintStream stream, Look look) {
    this.stream = stream;
    this.look = look;
  }

  /** Prints one line; never cut, so that nothing a person must read is lost. */
  public void print(SafeText line) {
    print(StyledText.of(line));
  }

  /** Prints one line; never cut. */
  public void print(StyledText line) {
    stream.print(drawn(line.map(look.glyphs()::shown)) + "\n");
  }

  public void print(List<SafeText> lines) {
    lines.forEach(this::print);
  }

  /** Prints the rows in aligned columns; on a terminal no line is wider than it. */
  public void print(Table table) {
    table.lines(look).forEach(line -> stream.print(drawn(line) + "\n"));
  }

  /** Prints each fact on a line, labels and values in columns. */
  public void print(Facts facts) {
    facts.lines("").forEach(this::print);
  }

  /** Replaces the line the cursor stands on; nothing happens where that cannot be done. */
  void overwrite(SafeText line) {
    if (look.moves()) {
      StyledText shown = StyledText.of(look.glyphs().shown(line));
      stream.print(CLEAR_LINE + drawn(shown.cut(look.columns() - 1, look.glyphs())));
      stream.flush();
    }
  }

  /** Shows a question and leaves the cursor behind it. */
  void ask(SafeText question) {
    stream.print(shown(question));
    stream.flush();
  }

  /** {@code text} as this stream shows it. */
  String shown(SafeText text) {
    return drawn(StyledText.of(look.glyphs().shown(text)));
  }

  private String drawn(StyledText line) {
    return look.colour() ? line.coloured() : line.plain();
  }
}
