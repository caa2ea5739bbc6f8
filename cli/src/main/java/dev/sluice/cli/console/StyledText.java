package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One line of safe text whose parts may each have a style. */
public final class StyledText {
  private record Run(Style style, SafeText text) {}

  /** Makes a run that just fits be cut too, since something follows it. */
  private static final SafeText MORE = SafeText.literal("   ");

  private final List<Run> runs;

  private StyledText(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  public static StyledText of(SafeText text) {
    return of(Style.PLAIN, text);
  }

  public static StyledText of(Style style, SafeText text) {
    return new StyledText(List.of(new Run(style, text)));
  }

  public StyledText plus(SafeText text) {
    return plus(of(text));
  }

  public StyledText plus(Style style, SafeText text) {
    return plus(of(style, text));
  }

  public StyledText plus(StyledText next) {
    var both = new ArrayList<>(runs);
    both.addAll(next.runs);
    return new StyledText(both);
  }

  /** Width on a terminal. */
  public int columns() {
    return runs.stream().mapToInt(run -> run.text.columns()).sum();
  }

  StyledText map(UnaryOperator<SafeText> change) {
    return new StyledText(
        runs.stream().map(run -> new Run(run.style, change.apply(run.text))).toList());
  }

  /** As much as fits into {@code columns}, cut where {@code glyphs} says how. */
  StyledText cut(int columns, Glyphs glyphs) {
    if (columns() <= columns) {
      return this;
    }
    var kept = new ArrayList<Run>();
    int left = columns;
    for (Run run : runs) {
      int width = run.text.columns();
      boolean fits = width < left;
      kept.add(fits ? run : new Run(run.style, glyphs.cut(run.text.plus(MORE), left)));
      if (!fits) {
        break;
      }
      left -= width;
    }
    return new StyledText(kept);
  }

  String plain() {
    var line = new StringBuilder();
    runs.forEach(run -> line.append(run.text));
    return line.toString();
  }

  String coloured() {
    var line = new StringBuilder();
    runs.forEach(run -> line.append(run.style.wrap(run.text.render(Style::reverse))));
    return line.toString();
  }
}
