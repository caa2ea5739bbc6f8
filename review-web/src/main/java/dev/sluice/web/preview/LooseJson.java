package dev.sluice.web.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as other programs write it, with null and fractions, which the project's own reader refuses.
 * Numbers and words are kept as their text; of two equal keys the later one counts.
 */
final class LooseJson {
  private static final int DEEPEST = 32;

  private final String text;
  private int at;

  private LooseJson(String text) {
    this.text = text;
  }

  /** The value: a Map, a List or a String; empty if {@code text} is no JSON. */
  static Optional<Object> parse(String text) {
    var reader = new LooseJson(text);
    try {
      Object value = reader.value(0);
      return reader.next() == 0 ? Optional.of(value) : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    return switch (next()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> object(int depth) {
    var fields = new LinkedHashMap<String, Object>();
    at++;
    while (next() != '}') {
      if (!fields.isEmpty()) {
        take(',');
      }
      next();
      String key = string();
      take(':');
      fields.put(key, value(depth + 1));
    }
    at++;
    return fields;
  }

  private List<Object> array(int depth) {
    var items = new ArrayList<>();
    at++;
    while (next() != ']') {
      if (!items.isEmpty()) {
        take(',');
      }
      items.add(value(depth + 1));
    }
    at++;
    return items;
  }

  private String string() {
    take('"');
    var string = new StringBuilder();
    while (text.charAt(at) != '"') {
      char next = text.charAt(at++);
      string.append(next == '\\' ? escaped(text.charAt(at++)) : next);
    }
    at++;
    return string.toString();
  }

  private char escaped(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text, at - 4, at, 16);
      }
      default -> letter;
    };
  }

  private String word() {
    int from = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw new IllegalArgumentException("no value");
    }
    return text.substring(from, at);
  }

  private static boolean isOfWord(char letter) {
    return Character.isLetterOrDigit(letter) || "+-.".indexOf(letter) >= 0;
  }

  private void take(char expected) {
    if (next() != expected) {
      throw new IllegalArgumentException("expected " + expected);
    }
    at++;
  }

  /** The next character that is no white space; 0 at the end. */
  private char next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }
}
