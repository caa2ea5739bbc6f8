package dev.sluice.cli.health;

import dev.sluice.cli.console.Style;

/** How bad a finding is. */
public enum Level {
  /** As it should be. */
  OK("ok", Style.GREEN),
  /** Works, and should be looked at. */
  WARN("warn", Style.YELLOW),
  /** Damaged, or keeps the site from working. */
  FAIL("FAIL", Style.RED);

  private final String word;
  private final Style style;

  Level(String word, Style style) {
    this.word = word;
    this.style = style;
  }

  Style style() {
    return style;
  }

  @Override
  public String toString() {
    return word;
  }
}
