package dev.sluice.state.text;

import java.util.Locale;

/**
 * A place in untrusted text where {@link SafeText} shows a mark instead of the character.
 *
 * @param line line of the text as it came, from 1
 * @param column place in that line, from 1, counted in code points as compilers do
 * @param codePoint the character that stands there; a lone surrogate is its own code point
 */
public record Mark(int line, int column, int codePoint) {

  /** What is shown in its place, for instance {@code [U+202E]}. */
  public String label() {
    String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "[U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex + "]";
  }

  /** Its Unicode name, or what kind of code point it is where Unicode gives none. */
  public String name() {
    String name = Character.getName(codePoint);
    return name == null ? "UNASSIGNED" : name;
  }
}
