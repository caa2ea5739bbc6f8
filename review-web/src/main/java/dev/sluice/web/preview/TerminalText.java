package dev.sluice.web.preview;

import dev.sluice.state.text.SafeText;
import dev.sluice.web.preview.Preview.Line;
import dev.sluice.web.preview.Preview.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that a program wrote to a terminal. Codes for colour and weight become styles; every other
 * escape stays, as a mark. Styles end with the line, and none of them can hide text.
 */
final class TerminalText {
  private static final int LONGEST_LINE = 2000;

  /** ECMA-48, section 8.3.117: select graphic rendition. */
  private static final Pattern RENDITION = Pattern.compile("\u001b\\[([0-9;]{0,16})m");

  private static final List<String> COLOURS =
      List.of("", "red", "green", "yellow", "blue", "magenta", "cyan", "");

  private TerminalText() {}

  /** One line of untrusted text. */
  static Line line(String untrusted) {
    int end = Math.min(untrusted.length(), LONGEST_LINE);
    if (end < untrusted.length() && Character.isHighSurrogate(untrusted.charAt(end - 1))) {
      end--;
    }
    return new Line(pieces(untrusted.substring(0, end)), untrusted.length() - end);
  }

  private static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    String colour = "";
    String weight = "";
    int from = 0;
    Matcher codes = RENDITION.matcher(text);
    while (codes.find()) {
      add(pieces, text.substring(from, codes.start()), colour, weight);
      from = codes.end();
      for (String code : codes.group(1).split(";", -1)) {
        colour = colour(code, colour);
        weight = weight(code, weight);
      }
    }
    add(pieces, text.substring(from), colour, weight);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, String colour, String weight) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(safe(text), (colour + " " + weight).strip()));
    }
  }

  private static SafeText safe(String text) {
    SafeText all = SafeText.EMPTY;
    for (SafeText line : SafeText.lines(text)) {
      all = all.plus(line);
    }
    return all;
  }

  private static String colour(String code, String before) {
    if (isReset(code) || code.equals("39")) {
      return "";
    }
    return code.matches("[39][0-7]") ? COLOURS.get(code.charAt(1) - '0') : before;
  }

  private static String weight(String code, String before) {
    if (isReset(code) || code.equals("22")) {
      return "";
    }
    return code.equals("1") ? "bold" : before;
  }

  private static boolean isReset(String code) {
    return code.isEmpty() || code.equals("0");
  }
}
