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

  void circle(int x, int y, String attributes) {
    body.append("<circle cx=\"%d\" cy=\"%d\" r=\"4\" %s/>\n".formatted(x, y, attributes));
  }

  /** The document, on a white ground. */
  String document(int width, int height, String title) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        font-family="sans-serif" font-size="12" role="img">
        <title>%3$s</title>
        <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        %4$s</svg>
        """
        .formatted(width, height, escaped(title), body);
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
