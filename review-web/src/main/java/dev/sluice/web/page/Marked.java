package dev.sluice.web.page;

import dev.sluice.state.text.SafeText;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Locale;

/**
 * Text inside an element: escaped, and each mark an element of its own that says which character it
 * stands for. Text that only looks like a mark stays plain.
 */
final class Marked implements Content {
  /** Never in a {@link SafeText}, so they can stand for the element around a mark. */
  private static final char START = '\u0001';

  private static final char END = '\u0002';

  private final SafeText text;

  private Marked(SafeText text) {
    this.text = text;
  }

  static Marked of(SafeText text) {
    return new Marked(text);
  }

  /** One line of untrusted text. */
  static Marked of(String untrusted) {
    return new Marked(SafeText.of(untrusted));
  }

  /** Untrusted text of a decent length. */
  static Marked title(String untrusted) {
    return new Marked(SafeText.of(untrusted).cut(80));
  }

  @Override
  public void writeTo(TemplateOutput output) {
    String shown = text.render(label -> START + label + END);
    int from = 0;
    for (int i = 0; i < shown.length(); i++) {
      String markup = markup(shown, i);
      if (!markup.isEmpty()) {
        output.writeContent(shown, from, i);
        output.writeContent(markup);
        from = i + 1;
      }
    }
    output.writeContent(shown, from, shown.length());
  }

  /** What stands for the character at {@code index}; nothing for one that stands for itself. */
  private static String markup(String shown, int index) {
    return switch (shown.charAt(index)) {
      case START -> opening(shown, index + 1);
      case END -> "</mark>";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> "";
    };
  }

  private static String opening(String shown, int label) {
    int codePoint = Integer.parseInt(shown.substring(label + 3, shown.indexOf(']', label)), 16);
    String name = Character.getName(codePoint);
    return "<mark class=\"hidden-"
        + Tier.ofMarked(codePoint).name().toLowerCase(Locale.ROOT)
        + "\" title=\""
        + (name == null ? "UNASSIGNED" : name)
        + "\">";
  }

  boolean isEmpty() {
    return text.equals(SafeText.EMPTY);
  }

  /** The text for attributes and titles, marks in brackets. */
  @Override
  public String toString() {
    return text.toString();
  }
}
