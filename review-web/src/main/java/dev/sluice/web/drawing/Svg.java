package dev.sluice.web.drawing;

import dev.sluice.state.text.SafeText;

/** An SVG document in the making; texts are escaped here and nowhere else. */
final class Svg {
  private final StringBuilder body = new StringBuilder();

  /** A straight line. */
  void line(int x1, int y1, int x2, int y2, String attributes) {
    body.append(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" %s/>\n"
            .formatted(x1, y1, x2, y2, attributes));
  }

  /** Untrusted text that stands around {@code x}, as {@code anchor} says. */
  void text(int x, int y, String anchor, String untrusted) {
    body.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
            .formatted(x, y, anchor, escaped(untrusted)));
  }

  /** The same in letters of another size; {@code style} is more attributes. */
  void text(int x, int y, int size, String style, String untrusted) {
    body.append(
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>%s</text>\n"
            .formatted(x, y, size, style, escaped(untrusted)));
  }

  void rectangle(int x, int y, int width, int height, String attributes) {
    body.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s/>\n"
            .formatted(x, y, width, height, attributes));
  }

  void circle(int x, int y, String attributes) {
    body.append("<circle cx=\"%d\" cy=\"%d\" r=\"4\" %s/>\n".formatted(x, y, attributes));
  }

  /** The document, on a white ground. */
  String document(int width, int height, String title) {
    return document(width, height, Integer.toString(width), Integer.toString(height), title);
  }

  /** The document for a printer, {@code width} by {@code height} units on so many millimetres. */
  String printed(int width, int height, int millimetresWide, int millimetresHigh, String title) {
    return document(width, height, millimetresWide + "mm", millimetresHigh + "mm", title);
  }

  private String document(int width, int height, String wide, String high, String title) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %3$d %4$d" \
        font-family="sans-serif" font-size="12" role="img">
        <title>%5$s</title>
        <rect width="%3$d" height="%4$d" fill="#ffffff"/>
        %6$s</svg>
        """
        .formatted(wide, high, width, height, escaped(title), body);
  }

  private static String escaped(String untrusted) {
    return SafeText.of(untrusted)
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
