package dev.sluice.bundle.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a volume file: {@code index-0001.tar.zst.age}, {@code data-0001.tar.zst.age}, {@code
 * parity-0001.rs}.
 *
 * @param role what the volume holds
 * @param number from 1
 * @param mode decides the ending; parity is computed from what is packed, and itself always plain
 */
public record VolumeName(Role role, int number, PayloadMode mode) {
  /** What a volume holds. */
  public enum Role {
    /** The table of contents and the documents. */
    INDEX,
    /** Blobs. */
    DATA,
    /** A sum of all other volumes, which makes up for a lost one. */
    PARITY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern GRAMMAR =
      Pattern.compile("(index|data|parity)-([0-9]{4})(\\.tar|\\.tar\\.zst\\.age|\\.rs)");

  private static final String PARITY_SUFFIX = ".rs";

  /** Name of parity volume {@code number}. */
  public static VolumeName parity(int number) {
    return new VolumeName(Role.PARITY, number, PayloadMode.PLAIN);
  }

  /** The file name. */
  public String text() {
    String suffix = role == Role.PARITY ? PARITY_SUFFIX : mode.suffix();
    return "%s-%04d%s".formatted(role, number, suffix);
  }

  /** Reads a file name; empty for any other name. */
  public static Optional<VolumeName> parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
      return Optional.empty();
    }
    Role role = Role.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
    boolean encrypted = matcher.group(3).equals(PayloadMode.AGE.suffix());
    var name =
        new VolumeName(
            role,
            Integer.parseInt(matcher.group(2)),
            encrypted ? PayloadMode.AGE : PayloadMode.PLAIN);
    return name.text().equals(text) ? Optional.of(name) : Optional.empty();
  }

  @Override
  public String toString() {
    return text();
  }
}
