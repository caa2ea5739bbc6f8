package dev.sluice.bundle.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a volume file: {@code index-0001.tar.zst.age}, {@code data-0001.tar.zst.age}.
 *
 * @param role what the volume holds
 * @param number from 1
 * @param mode decides the ending
 */
public record VolumeName(Role role, int number, PayloadMode mode) {
  /** What a volume holds. */
  public enum Role {
    /** The table of contents and the documents. */
    INDEX,
    /** Blobs. */
    DATA;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern GRAMMAR =
      Pattern.compile("(index|data)-([0-9]{4})(\\.tar|\\.tar\\.zst\\.age)");

  /** The file name. */
  public String text() {
    return "%s-%04d%s".formatted(role, number, mode.suffix());
  }

  /** Reads a file name; empty for any other name. */
  public static Optional<VolumeName> parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
      return Optional.empty();
    }
    Role role = matcher.group(1).equals("index") ? Role.INDEX : Role.DATA;
    PayloadMode mode = matcher.group(3).equals(".tar") ? PayloadMode.PLAIN : PayloadMode.AGE;
    return Optional.of(new VolumeName(role, Integer.parseInt(matcher.group(2)), mode));
  }

  @Override
  public String toString() {
    return text();
  }
}
