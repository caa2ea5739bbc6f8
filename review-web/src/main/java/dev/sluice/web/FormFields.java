package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names and values of a query or a form, in the encoding of HTML forms. */
final class FormFields {
  /** Longest query or form, in bytes. */
  static final int LONGEST = 1 << 16;

  private static final int MOST_FIELDS = 256;

  private final Map<String, List<String>> values;

  private FormFields(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads an encoded text; an empty one has no fields.
   *
   * @throws BadRequestException if it has too many fields or a broken escape
   */
  static FormFields parse(String encoded) throws BadRequestException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (encoded.isEmpty()) {
      return new FormFields(values);
    }
    String[] pairs = encoded.split("&", -1);
    if (pairs.length > MOST_FIELDS || encoded.length() > LONGEST) {
      throw new BadRequestException("too many fields");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return new FormFields(values);
  }

  private static String decode(String text) throws BadRequestException {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("a broken escape", e);
    }
  }

  /** The value of {@code name}; empty text if it is missing or empty. */
  String text(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.get(all.size() - 1);
  }

  /** All values of {@code name}. */
  List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** The value of {@code name}, unless it is missing or empty. */
  Optional<String> find(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /** The value of {@code name} as a page number; 1 if it is missing or none. */
  int page(String name) {
    return text(name).matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text(name)) : 1;
  }
}
