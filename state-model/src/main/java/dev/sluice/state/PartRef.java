package dev.sluice.state;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A named blob of an object, by content.
 *
 * @param digest SHA-256 of the blob
 * @param bytes its length
 */
public record PartRef(Digest digest, long bytes) {
  private static final int MOST_PARTS = 100_000;
  private static final long LARGEST_PART = 1L << 50;

  public PartRef {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative length");
    }
  }

  /** The parts of one object by name. */
  public static Json.Obj toJson(Map<String, PartRef> parts) {
    var fields = new TreeMap<String, Json>();
    parts.forEach(
        (name, part) ->
            fields.put(
                name, Json.object().put("bytes", part.bytes).put("sha256", part.digest).build()));
    return new Json.Obj(fields);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param where what messages call the object
   * @throws NotCanonicalException for any other value, or more than 100,000 parts
   */
  public static SortedMap<String, PartRef> fromJson(String where, Json.Obj json)
      throws NotCanonicalException {
    if (json.fields().size() > MOST_PARTS) {
      throw new NotCanonicalException(where + " has more than " + MOST_PARTS + " parts");
    }
    var parts = new TreeMap<String, PartRef>();
    for (var entry : json.fields().entrySet()) {
      Fields part = Fields.of(where + ".parts", entry.getValue());
      parts.put(
          entry.getKey(),
          new PartRef(part.digest("sha256"), part.integer("bytes", 0, LARGEST_PART)));
      part.end();
    }
    return parts;
  }
}
