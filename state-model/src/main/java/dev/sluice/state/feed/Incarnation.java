package dev.sluice.state.feed;

import dev.sluice.canonical.NotCanonicalException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The text form of incarnation ids: 32 lower-case hex digits. */
final class Incarnation {
  private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{32}");

  private Incarnation() {}

  static String parse(String text) throws NotCanonicalException {
    if (!GRAMMAR.matcher(text).matches()) {
      throw new NotCanonicalException("an incarnation id is 32 lower-case hex digits");
    }
    return text;
  }

  static SortedSet<String> parseAscending(List<String> texts) throws NotCanonicalException {
    var ids = new TreeSet<String>();
    for (String text : texts) {
      ids.add(parse(text));
    }
    if (!List.copyOf(ids).equals(texts)) {
      throw new NotCanonicalException("a lineage is not in ascending order");
    }
    return ids;
  }
}
