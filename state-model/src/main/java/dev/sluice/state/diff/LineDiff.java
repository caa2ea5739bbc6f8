package dev.sluice.state.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

/**
 * The change of a text part, line by line.
 *
 * <p>A line is what stands between two line feeds; carriage returns are part of it. A text that
 * ends with a line feed has an empty last line, so a missing one shows as a change.
 *
 * @param extent how much of the change the hunks show
 * @param hunks the changed places with up to {@link #CONTEXT} unchanged lines around them
 */
public record LineDiff(Extent extent, List<Hunk> hunks) {
  /** Unchanged lines shown before and after a change. */
  public static final int CONTEXT = 3;

  /** Longest text that is split into lines, in bytes. */
  public static final int MOST_BYTES = 8 << 20;

  /** Most lines of either text. */
  public static final int MOST_LINES = 50_000;

  /** How much of a change is shown. */
  public enum Extent {
    /** The lines that changed. */
    LINES,
    /** One replaced block: too many lines changed to look for those that stayed. */
    BLOCK,
    /** Nothing: not UTF-8 text, or it has NUL characters. */
    NOT_TEXT,
    /** Nothing: beyond {@link #MOST_BYTES} or {@link #MOST_LINES}. */
    TOO_LONG,
    /** Nothing: the bytes are not at hand. */
    NOT_HERE
  }

  /** What happens to a line. */
  public enum Mark {
    KEPT,
    REMOVED,
    ADDED
  }

  /**
   * One line.
   *
   * @param mark what happens to it
   * @param before its number before, from 1; 0 for an added line
   * @param after its number after, from 1; 0 for a removed line
   * @param text the line without its line feed; untrusted
   */
  public record Line(Mark mark, int before, int after, String text) {}

  /** Lines that stand together; removed lines come before those that replace them. */
  public record Hunk(List<Line> lines) {
    public Hunk {
      lines = List.copyOf(lines);
    }
  }

  public LineDiff {
    hunks = List.copyOf(hunks);
  }

  /** The change from {@code before} to {@code after}. */
  public static LineDiff of(byte[] before, byte[] after) {
    Optional<String> old = text(before);
    Optional<String> now = text(after);
    if (old.isEmpty() || now.isEmpty()) {
      return without(Extent.NOT_TEXT);
    }
    return lines(split(old.get()), split(now.get()));
  }

  static LineDiff added(byte[] after) {
    return text(after).map(text -> lines(List.of(), split(text))).orElse(without(Extent.NOT_TEXT));
  }

  static LineDiff removed(byte[] before) {
    return text(before).map(text -> lines(split(text), List.of())).orElse(without(Extent.NOT_TEXT));
  }

  static LineDiff without(Extent reason) {
    return new LineDiff(reason, List.of());
  }

  private static LineDiff lines(List<String> before, List<String> after) {
    if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
      return without(Extent.TOO_LONG);
    }
    return new LineComparison(before, after).diff();
  }

  private static List<String> split(String text) {
    return List.of(text.split("\n", -1));
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
