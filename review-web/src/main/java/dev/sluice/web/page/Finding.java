package dev.sluice.web.page;

import dev.sluice.state.text.SafeText;

/**
 * Something in a text that a reviewer should look at, and where it stands.
 *
 * @param tier how much it can deceive
 * @param item the field or part
 * @param line line of that item, from 1
 * @param column place in that line, from 1; 0 for the whole line
 * @param words what it is
 */
record Finding(Tier tier, String item, int line, int column, Marked words) {
  static Finding of(Tier tier, String item, int line, int column, SafeText words) {
    return new Finding(tier, item, line, column, Marked.of(words));
  }

  /** Item, line and column, as compilers say it. */
  String place() {
    return item + ":" + line + (column == 0 ? "" : ":" + column);
  }

  /** Whether somebody may be deceived by it. */
  boolean alarms() {
    return tier != Tier.INFO;
  }
}
