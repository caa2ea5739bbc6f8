package dev.sluice.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identity of an object, equal on both sides: the prefix of its kind, a hyphen, 32 lower-case hex
 * digits.
 *
 * @param text the whole id, for instance {@code rq-7f2a…}
 */
public record ObjectId(String text) implements Comparable<ObjectId> {
  private static final Pattern GRAMMAR = Pattern.compile("[a-z]{2}-[0-9a-f]{32}");
  private static final int RANDOM_BYTES = 16;

  public ObjectId {
    if (!GRAMMAR.matcher(text).matches()) {
      throw new IllegalArgumentException("not an object id");
    }
  }

  /** A new id that no other object has. */
  public static ObjectId random(String prefix, SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new ObjectId(prefix + "-" + HexFormat.of().formatHex(bytes));
  }

  /**
   * The id of an object that is known by its name, so that the same name added by hand on both
   * sides is the same object and a name can be taken only once.
   */
  public static ObjectId named(String prefix, String name) {
    String hex = Digest.of((prefix + "\n" + name).getBytes(UTF_8)).hex();
    return new ObjectId(prefix + "-" + hex.substring(0, 2 * RANDOM_BYTES));
  }

  /**
   * Reads the text form.
   *
   * @throws NotCanonicalException for any other text
   */
  public static ObjectId parse(String text) throws NotCanonicalException {
    if (!GRAMMAR.matcher(text).matches()) {
      throw new NotCanonicalException(
          "an object id is a kind's prefix and 32 lower-case hex digits");
    }
    return new ObjectId(text);
  }

  /** The two letters that name the kind. */
  public String prefix() {
    return text.substring(0, 2);
  }

  @Override
  public int compareTo(ObjectId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
