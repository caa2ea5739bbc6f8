package dev.sluice.state.store;

import java.util.List;
import java.util.regex.Pattern;

/** Incarnation ids, and lists of them in one column. */
final class Incarnations {
  private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{32}");

  private Incarnations() {}

  static void require(String incarnation) {
    if (!GRAMMAR.matcher(incarnation).matches()) {
      throw new IllegalArgumentException("an incarnation is 32 lower-case hex digits");
    }
  }

  static String join(List<String> lineage) {
    return String.join(" ", lineage);
  }

  static List<String> split(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
  }
}
