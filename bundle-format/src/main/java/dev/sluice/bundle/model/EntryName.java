package dev.sluice.bundle.model;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an entry inside a volume: the digest of its content, never anything a person chose, so
 * that no name can lead out of the folder it is unpacked in.
 *
 * @param type what it holds
 * @param digest SHA-256 of the whole document, blob or run of fresh bytes
 * @param part 0 for a whole one, else the number of the piece, from 1
 */
public record EntryName(Type type, Digest digest, int part) {
  /** What an entry holds. */
  public enum Type {
    DOCUMENT("docs"),
    BLOB("blobs"),
    /** Bytes that a {@link Recipe} joins with those of earlier blobs. */
    FRESH("fresh");

    private final String folder;

    Type(String folder) {
      this.folder = folder;
    }

    private static Type in(String folder) {
      return Arrays.stream(values())
          .filter(type -> type.folder.equals(folder))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The table of contents, first entry of the first index volume. */
  public static final String CONTENTS = "contents.json";

  /** Highest number of a piece: it has four digits. */
  public static final int MOST_PIECES = 9999;

  /** First entry of every other volume: which bundle and volume it is. */
  public static final String VOLUME = "volume.json";

  private static final Pattern GRAMMAR =
      Pattern.compile("(docs|blobs|fresh)/([0-9a-f]{64})(?:\\.([0-9]{4}))?");

  /** The name of a whole document. */
  public static EntryName document(Digest digest) {
    return new EntryName(Type.DOCUMENT, digest, 0);
  }

  /** The name of a whole blob. */
  public static EntryName blob(Digest digest) {
    return new EntryName(Type.BLOB, digest, 0);
  }

  /** The name of fresh bytes. */
  public static EntryName fresh(Digest digest) {
    return new EntryName(Type.FRESH, digest, 0);
  }

  /** The name of piece {@code number} of what this names. */
  public EntryName piece(int number) {
    return new EntryName(type, digest, number);
  }

  /** The name in the archive. */
  public String text() {
    String whole = type.folder + "/" + digest.hex();
    return part == 0 ? whole : "%s.%04d".formatted(whole, part);
  }

  /**
   * Reads a name.
   *
   * @throws NotCanonicalException for any other name
   */
  public static EntryName parse(String text) throws NotCanonicalException {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw new NotCanonicalException("an entry name is docs/, blobs/ or fresh/ and a digest");
    }
    int part = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    Type type = Type.in(matcher.group(1));
    var name = new EntryName(type, Digest.parse(matcher.group(2)), part);
    if (!name.text().equals(text) || (type == Type.DOCUMENT && part != 0)) {
      throw new NotCanonicalException("an entry name has one form");
    }
    return name;
  }

  @Override
  public String toString() {
    return text();
  }
}
