package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for keys, tokens and passwords in what would travel.
 *
 * <p>It says where something stands and what it looks like, never what it is. It finds what people
 * leave behind by mistake; it does not stop somebody who hides a secret on purpose.
 */
final class SecretScan {
  private static final Map<String, Pattern> SHAPES = shapes();
  private static final String NAMES =
      "passw(or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|credentials?";
  private static final Pattern SECRET_NAME = Pattern.compile("(?i)(^|[^a-z])(" + NAMES + ")s?$");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?i)[a-z0-9_]*(" + NAMES + ")[\"']?\\s*[:=]\\s*[\"'][^\"']{4,}[\"']");
  private static final Pattern DENSE = Pattern.compile("[A-Za-z0-9+/_=-]{20,}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

  /** Bits per character above which a run of characters looks drawn at random. */
  private static final double RANDOM_TEXT = 4.2;

  private static final double RANDOM_HEX = 3.2;
  private static final int SHORTEST_HEX = 32;

  private SecretScan() {}

  private static Map<String, Pattern> shapes() {
    var shapes = new LinkedHashMap<String, Pattern>();
    shapes.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY|AGE-SECRET-KEY-"));
    shapes.put("a cloud access key", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"));
    shapes.put(
        "a service token", Pattern.compile("\\b(gh[opsur]_|xox[abprs]-|sk-)[A-Za-z0-9-]{10,}"));
    shapes.put(
        "a signed web token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\."));
    shapes.put("a password in an address", Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@"));
    shapes.put("a login header", Pattern.compile("(?i)\\b(bearer|basic)\\s+[a-z0-9+/_.=-]{16,}"));
    return shapes;
  }

  /** Places in {@code text}, as {@code place, line n: what it looks like}. */
  static List<String> ofText(String place, String text) {
    var found = new ArrayList<String>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String looksLike = looksLike(lines[i]);
      if (!looksLike.isEmpty()) {
        found.add(place + ", line " + (i + 1) + ": " + looksLike);
      }
    }
    return List.copyOf(found);
  }

  /** Places in a setting, which may hold others. */
  static List<String> ofSetting(String key, Json value) {
    var found = new ArrayList<String>();
    collect("setting " + key, key, value, found);
    return List.copyOf(found);
  }

  private static void collect(String place, String key, Json value, List<String> found) {
    if (value instanceof Json.Obj object) {
      object.fields().forEach((name, inner) -> collect(place + "." + name, name, inner, found));
    } else if (value instanceof Json.Arr array) {
      array.items().forEach(item -> collect(place, key, item, found));
    } else if (value instanceof Json.Text text) {
      String looksLike =
          SECRET_NAME.matcher(key).find() && !text.value().isBlank()
              ? "its name says so"
              : looksLike(text.value());
      if (!looksLike.isEmpty()) {
        found.add(place + ": " + looksLike);
      }
    }
  }

  private static String looksLike(String line) {
    for (var shape : SHAPES.entrySet()) {
      if (shape.getValue().matcher(line).find()) {
        return shape.getKey();
      }
    }
    if (ASSIGNMENT.matcher(line).find()) {
      return "its name says so";
    }
    return DENSE.matcher(line).results().anyMatch(run -> isRandom(run.group()))
        ? "text that looks drawn at random"
        : "";
  }

  private static boolean isRandom(String run) {
    Matcher hex = HEX.matcher(run);
    return hex.matches()
        ? run.length() >= SHORTEST_HEX
            && bitsPerCharacter(run.toLowerCase(Locale.ROOT)) > RANDOM_HEX
        : bitsPerCharacter(run) > RANDOM_TEXT && hasDigitAndCase(run);
  }

  private static boolean hasDigitAndCase(String run) {
    return run.chars().anyMatch(Character::isDigit)
        && run.chars().anyMatch(Character::isUpperCase)
        && run.chars().anyMatch(Character::isLowerCase);
  }

  private static double bitsPerCharacter(String text) {
    IntUnaryOperator count = character -> (int) text.chars().filter(c -> c == character).count();
    return text.chars()
        .distinct()
        .mapToDouble(character -> (double) count.applyAsInt(character) / text.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
