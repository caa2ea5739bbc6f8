package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;

/** Which characters the output may use. */
public enum Glyphs {
  UNICODE("…"),
  /** Printable ASCII only; everything else is shown as a mark. */
  ASCII("...");

  private final String ellipsis;

  Glyphs(String ellipsis) {
    this.ellipsis = ellipsis;
  }

  SafeText shown(SafeText text) {
    return this == ASCII ? text.ascii() : text;
  }

  SafeText cut(SafeText text, int columns) {
    return text.cut(columns, SafeText.literal(ellipsis));
  }
}
