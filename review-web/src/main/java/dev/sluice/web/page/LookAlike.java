package dev.sluice.web.page;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that mix Latin with letters of scripts whose letters look the same. */
final class LookAlike {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");
  private static final Set<UnicodeScript> TWINS =
      EnumSet.of(
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  private LookAlike() {}

  /** Such words in {@code line}. */
  static List<String> words(String line) {
    return WORD.matcher(line).results().map(found -> found.group()).filter(LookAlike::is).toList();
  }

  private static boolean is(String word) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    word.codePoints().forEach(c -> scripts.add(UnicodeScript.of(c)));
    return scripts.contains(UnicodeScript.LATIN) && scripts.stream().anyMatch(TWINS::contains);
  }
}
