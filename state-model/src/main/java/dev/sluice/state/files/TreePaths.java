package dev.sluice.state.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which relative paths mean one and the same file everywhere, and never one outside their folder.
 *
 * <p>Names are taken as they would be on every common file system at once: what is special on one
 * of them is refused on all.
 */
public final class TreePaths {
  private static final int LONGEST_PATH = 1024;
  private static final int LONGEST_NAME = 255;
  private static final String FORBIDDEN = "\\:*?\"<>|";
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");

  private TreePaths() {}

  /**
   * What is wrong with these paths together, names joined by {@code /}: nothing, or a sentence that
   * may hold untrusted text.
   */
  public static Optional<String> problem(Collection<String> paths) {
    for (String path : paths) {
      Optional<String> problem = problem(path);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return clash(paths);
  }

  private static Optional<String> problem(String path) {
    if (path.isEmpty() || path.length() > LONGEST_PATH) {
      return Optional.of("a path is empty or longer than " + LONGEST_PATH + " characters");
    }
    for (String name : path.split("/", -1)) {
      if (!isPlain(name)) {
        return Optional.of("\"" + path + "\" is not a name that every system can keep");
      }
    }
    return Optional.empty();
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.getBytes(UTF_8).length <= LONGEST_NAME
        && !name.startsWith(" ")
        && !name.endsWith(" ")
        && !name.endsWith(".")
        && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()
        && Normalizer.isNormalized(name, Normalizer.Form.NFC)
        && name.codePoints().allMatch(TreePaths::isPlain);
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> FORBIDDEN.indexOf(codePoint) < 0;
    };
  }

  /** Two spellings of one name, or a name that is both a file and a folder. */
  private static Optional<String> clash(Collection<String> paths) {
    Map<String, String> spelling = new HashMap<>();
    Set<String> folders = new HashSet<>();
    for (String path : paths) {
      for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        String folder = path.substring(0, end);
        if (!folder.equals(spelling.computeIfAbsent(folded(folder), same -> folder))) {
          return clash(folder);
        }
        folders.add(folder);
      }
    }
    for (String path : paths) {
      if (folders.contains(path)
          || !path.equals(spelling.computeIfAbsent(folded(path), p -> path))) {
        return clash(path);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> clash(String path) {
    return Optional.of("\"" + path + "\" and another name would be one on some systems");
  }

  private static String folded(String path) {
    return Normalizer.normalize(
        path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
  }

  /** The names of a path, outermost first. */
  public static List<String> names(String path) {
    return List.of(path.split("/", -1));
  }
}
