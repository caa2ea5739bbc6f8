package dev.sluice.state;

import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which edits of an object a version has seen: per incarnation of a side, how many of its edits.
 *
 * <p>A vector counts edits of what the peer can see. An edit of private data alone does not raise
 * it, so the vector tells the peer nothing about private work.
 *
 * @param counts edits by incarnation id (32 lower-case hex digits); only positive counts
 */
public record VersionVector(SortedMap<String, Long> counts) {
  /** The vector of an object that nobody has edited yet. */
  public static final VersionVector NONE = new VersionVector(Collections.emptySortedMap());

  /** How two versions of one object relate. */
  public enum Order {
    EQUAL,
    /** The first has seen all that the second has, and more. */
    AFTER,
    /** The second has seen all that the first has, and more. */
    BEFORE,
    /** Each has an edit that the other has not seen. */
    CONCURRENT
  }

  private static final Pattern INCARNATION = Pattern.compile("[0-9a-f]{32}");
  private static final int MOST_INCARNATIONS = 256;

  public VersionVector {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** The vector after one more edit by {@code incarnation}. */
  public VersionVector editedBy(String incarnation) {
    var next = new TreeMap<>(counts);
    next.merge(incarnation, 1L, Math::addExact);
    return new VersionVector(next);
  }

  /** The smallest vector that has seen all edits of both. */
  public VersionVector join(VersionVector other) {
    var joined = new TreeMap<>(counts);
    other.counts.forEach((incarnation, count) -> joined.merge(incarnation, count, Math::max));
    return new VersionVector(joined);
  }

  /**
   * The same edits, with those that {@code former} made beyond its first {@code kept} counted as
   * edits of {@code next}.
   */
  public VersionVector handedOver(String former, long kept, String next) {
    long made = counts.getOrDefault(former, 0L);
    if (made <= kept) {
      return this;
    }
    var handed = new TreeMap<>(counts);
    handed.remove(former);
    if (kept > 0) {
      handed.put(former, kept);
    }
    handed.merge(next, made - kept, Math::addExact);
    return new VersionVector(handed);
  }

  /** How this version relates to {@code other}. */
  public Order compareWith(VersionVector other) {
    boolean covers = covers(other);
    boolean covered = other.covers(this);
    if (covers && covered) {
      return Order.EQUAL;
    }
    if (covers) {
      return Order.AFTER;
    }
    return covered ? Order.BEFORE : Order.CONCURRENT;
  }

  private boolean covers(VersionVector other) {
    return other.counts.entrySet().stream()
        .allMatch(edit -> counts.getOrDefault(edit.getKey(), 0L) >= edit.getValue());
  }

  public Json.Obj toJson() {
    var fields = new TreeMap<String, Json>();
    counts.forEach((incarnation, count) -> fields.put(incarnation, Json.integer(count)));
    return new Json.Obj(fields);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws NotCanonicalException for other keys, counts below one, or more than 256 incarnations
   */
  public static VersionVector fromJson(Json.Obj json) throws NotCanonicalException {
    if (json.fields().size() > MOST_INCARNATIONS) {
      throw new NotCanonicalException(
          "vector has more than " + MOST_INCARNATIONS + " incarnations");
    }
    var fields = Fields.of("vector", json);
    var counts = new TreeMap<String, Long>();
    for (String incarnation : json.fields().keySet()) {
      if (!INCARNATION.matcher(incarnation).matches()) {
        throw new NotCanonicalException("vector has a key that is no incarnation id");
      }
      counts.put(incarnation, fields.integer(incarnation, 1, Json.MAX_INTEGER));
    }
    return new VersionVector(counts);
  }
}
