package dev.sluice.state.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Text that can be shown to a person without deceiving them: the one gate between untrusted text
 * and terminals, pages and reports.
 *
 * <p>It holds no control, format, private-use, unassigned or invisible character and no lone
 * surrogate; where one stood, the text has a visible mark such as {@code [U+202E]} and {@link
 * #marks} lists the place. Two exceptions: {@link #lines} keeps TAB, and the selectors U+FE0E and
 * U+FE0F pass directly after an emoji. Joiners are format characters and therefore marked, also
 * between emoji and in scripts that use them. Look-alike letters and the spaces of other widths are
 * not the gate's concern.
 *
 * <p>Text that itself contains {@code [U+202E]} looks like a mark; {@link #render} tells them
 * apart.
 */
public final class SafeText {
  /** No text. */
  public static final SafeText EMPTY = new SafeText("", List.of());

  private static final SafeText ELLIPSIS = literal("…");
  private static final String PLACEHOLDER = "{}";
  private static final int HIDDEN = -1;

  /** Where in {@link #shown} a mark's label starts, or {@link #HIDDEN} when it was cut off. */
  private record Spot(int start, Mark mark) {
    Spot moved(int by) {
      return start == HIDDEN ? this : new Spot(start + by, mark);
    }

    int end() {
      return start + mark.label().length();
    }
  }

  /** Decides about the character at an index. */
  private interface Gate {
    boolean refuses(String text, int index);
  }

  private final String shown;
  private final List<Spot> spots;

  private SafeText(String shown, List<Spot> spots) {
    this.shown = shown;
    this.spots = List.copyOf(spots);
  }

  /** One line of untrusted text; line ends and TAB are marked too. */
  public static SafeText of(String untrusted) {
    return marked(untrusted, 1, Refused::at);
  }

  /**
   * Untrusted text of many lines, such as code or a log. LF ends a line (one at the very end starts
   * no further line) and TAB stays; CR is marked.
   */
  public static List<SafeText> lines(String untrusted) {
    var lines = new ArrayList<SafeText>();
    for (int start = 0; start < untrusted.length(); ) {
      int end = untrusted.indexOf('\n', start);
      end = end < 0 ? untrusted.length() : end;
      lines.add(marked(untrusted.substring(start, end), lines.size() + 1, Refused::inCodeAt));
      start = end + 1;
    }
    return List.copyOf(lines);
  }

  /**
   * Constant text of our own source code. A search for this name finds every text that was not
   * untrusted, so never hand it anything but a constant.
   *
   * @throws IllegalArgumentException if the constant would need a mark
   */
  public static SafeText literal(String constant) {
    SafeText text = of(constant);
    if (text.hasMarks()) {
      throw new IllegalArgumentException("a literal needs a mark: " + text);
    }
    return text;
  }

  /**
   * A constant sentence in which each {@code {}} stands for the next value. A {@code SafeText} is
   * put in as it is, anything else is untrusted.
   *
   * @throws IllegalArgumentException unless there are as many values as places
   */
  public static SafeText sentence(String template, Object... values) {
    SafeText text = EMPTY;
    int from = 0;
    for (Object value : values) {
      int place = template.indexOf(PLACEHOLDER, from);
      if (place < 0) {
        throw new IllegalArgumentException("more values than places: " + template);
      }
      text = text.plus(literal(template.substring(from, place))).plus(safe(value));
      from = place + PLACEHOLDER.length();
    }
    if (template.indexOf(PLACEHOLDER, from) >= 0) {
      throw new IllegalArgumentException("fewer values than places: " + template);
    }
    return text.plus(literal(template.substring(from)));
  }

  private static SafeText safe(Object value) {
    return value instanceof SafeText text ? text : of(String.valueOf(value));
  }

  private static SafeText marked(String untrusted, int line, Gate gate) {
    var shown = new StringBuilder(untrusted.length());
    var spots = new ArrayList<Spot>();
    int column = 1;
    for (int i = 0; i < untrusted.length(); column++) {
      int codePoint = untrusted.codePointAt(i);
      if (gate.refuses(untrusted, i)) {
        var mark = new Mark(line, column, codePoint);
        spots.add(new Spot(shown.length(), mark));
        shown.append(mark.label());
      } else {
        shown.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return new SafeText(shown.toString(), spots);
  }

  /**
   * This text followed by {@code next}; the marks keep the places they had where they came from.
   */
  public SafeText plus(SafeText next) {
    var both = new ArrayList<>(spots);
    next.spots.forEach(spot -> both.add(spot.moved(shown.length())));
    return new SafeText(shown + next.shown, both);
  }

  public boolean hasMarks() {
    return !spots.isEmpty();
  }

  /** The marked places in reading order, those that {@link #cut} left off included. */
  public List<Mark> marks() {
    return spots.stream().map(Spot::mark).toList();
  }

  /**
   * Width on a terminal: wide characters take two columns, combining marks none, TAB fills to 8.
   */
  public int columns() {
    return Columns.of(shown);
  }

  /** This text, or as much of it as fits into {@code columns} with an ellipsis at its end. */
  public SafeText cut(int columns) {
    return cut(columns, ELLIPSIS);
  }

  /**
   * Like {@link #cut(int)} with an ellipsis of the caller's; a mark is shown whole or not at all.
   */
  public SafeText cut(int columns, SafeText ellipsis) {
    if (columns() <= columns) {
      return this;
    }
    int end = beforeMark(fitting(columns - ellipsis.columns()));
    var kept = new ArrayList<Spot>();
    for (Spot spot : spots) {
      kept.add(spot.start < end ? spot : new Spot(HIDDEN, spot.mark));
    }
    return new SafeText(shown.substring(0, end), kept).plus(ellipsis);
  }

  private int fitting(int columns) {
    int column = 0;
    int end = 0;
    while (end < shown.length()) {
      int codePoint = shown.codePointAt(end);
      column = Columns.after(column, codePoint);
      if (column > columns) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private int beforeMark(int end) {
    for (Spot spot : spots) {
      if (spot.start != HIDDEN && spot.start < end && end < spot.end()) {
        return spot.start;
      }
    }
    return end;
  }

  /** The same text with every character outside ASCII marked. */
  public SafeText ascii() {
    SafeText ascii = EMPTY;
    int from = 0;
    for (Spot spot : spots) {
      if (spot.start != HIDDEN) {
        var label = new SafeText(spot.mark.label(), List.of(new Spot(0, spot.mark)));
        ascii = ascii.plus(onlyAscii(shown.substring(from, spot.start))).plus(label);
        from = spot.end();
      }
    }
    return ascii.plus(onlyAscii(shown.substring(from)));
  }

  private static SafeText onlyAscii(String text) {
    return marked(text, 1, (whole, index) -> whole.charAt(index) > '~');
  }

  /** The text with each mark passed through {@code emphasis}, for instance into reverse video. */
  public String render(UnaryOperator<String> emphasis) {
    var out = new StringBuilder();
    int from = 0;
    for (Spot spot : spots) {
      if (spot.start != HIDDEN) {
        out.append(shown, from, spot.start).append(emphasis.apply(spot.mark.label()));
        from = spot.end();
      }
    }
    return out.append(shown, from, shown.length()).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeText that && shown.equals(that.shown) && spots.equals(that.spots);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shown, spots);
  }

  /** The text as shown, marks in brackets. */
  @Override
  public String toString() {
    return shown;
  }
}
