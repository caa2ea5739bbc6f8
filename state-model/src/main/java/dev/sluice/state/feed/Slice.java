package dev.sluice.state.feed;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one bundle says: a stretch of the sender's feed and a receipt for the recipient's feed.
 *
 * <p>It is written for one incarnation of the recipient, the one that its receipt speaks of.
 *
 * @param sender name of the sending site; untrusted text until compared with the pairing
 * @param incarnation the sender's present incarnation
 * @param lineage incarnations that the sender knowingly succeeds
 * @param from the position after which the stretch begins
 * @param fromChain the feed's hash at {@code from}
 * @param entries the batches after {@code from}, without gaps
 * @param receipt what the sender holds of the recipient's feed
 */
public record Slice(
    String sender,
    String incarnation,
    SortedSet<String> lineage,
    long from,
    Digest fromChain,
    List<FeedEntry> entries,
    Receipt receipt) {
  /** Most batches in one slice. */
  public static final int MOST_ENTRIES = 100_000;

  private static final int MOST_ANCESTORS = 256;
  private static final int LONGEST_SENDER = 255;

  public Slice {
    lineage = Collections.unmodifiableSortedSet(new TreeSet<>(lineage));
    entries = List.copyOf(entries);
  }

  /** The incarnation of the recipient that the sender knew. */
  public String recipientIncarnation() {
    return receipt.incarnation();
  }

  /** The position of the last batch. */
  public long to() {
    return from + entries.size();
  }

  /** The feed's hash at {@code position}, which lies in this stretch or at its beginning. */
  Digest chainAt(long position) {
    return position == from ? fromChain : entries.get((int) (position - from) - 1).chain();
  }

  /** The batches after {@code position}, which lies in this stretch or at its beginning. */
  List<FeedEntry> after(long position) {
    return entries.subList((int) (position - from), entries.size());
  }

  /** The canonical bytes that travel. */
  public byte[] bytes() {
    return CanonicalJson.write(toJson());
  }

  /** What travels, as the payload of a bundle. */
  public Json.Obj toJson() {
    return Json.object()
        .put("entries", Json.array(entries.stream().map(FeedEntry::toJson).toList()))
        .put("from", from)
        .put("fromChain", fromChain)
        .put("incarnation", incarnation)
        .put("lineage", Json.texts(lineage))
        .put("receipt", receipt.toJson())
        .put("sender", sender)
        .build();
  }

  /**
   * Reads a slice and derives all its chain hashes again.
   *
   * @throws NotCanonicalException unless the bytes are exactly what {@link #bytes} writes for a
   *     slice whose entries follow on each other
   */
  public static Slice parse(byte[] bytes) throws NotCanonicalException {
    Fields fields = Fields.of("slice", CanonicalJson.parseObject(bytes, JsonLimits.CONTENTS));
    long from = fields.integer("from", 0, Json.MAX_INTEGER - MOST_ENTRIES);
    Digest fromChain = fields.digest("fromChain");
    if (from == 0 && !fromChain.equals(Digest.ZERO)) {
      throw fields.refused("fromChain", "is not the hash of an empty feed");
    }
    var slice =
        new Slice(
            sender(fields),
            Incarnation.parse(fields.text("incarnation")),
            Incarnation.parseAscending(fields.texts("lineage", MOST_ANCESTORS)),
            from,
            fromChain,
            entries(fields.array("entries", MOST_ENTRIES), from, fromChain),
            Receipt.fromJson(fields.object("receipt")));
    if (slice.lineage.contains(slice.incarnation)) {
      throw fields.refused("lineage", "has the present incarnation");
    }
    fields.end();
    return slice;
  }

  private static String sender(Fields fields) throws NotCanonicalException {
    String sender = fields.text("sender");
    if (sender.isEmpty() || sender.length() > LONGEST_SENDER) {
      throw fields.refused("sender", "is empty or longer than " + LONGEST_SENDER);
    }
    return sender;
  }

  private static List<FeedEntry> entries(List<Json> items, long from, Digest fromChain)
      throws NotCanonicalException {
    var entries = new ArrayList<FeedEntry>();
    Digest last = fromChain;
    for (Json item : items) {
      FeedEntry entry = FeedEntry.fromJson(item, from + entries.size(), last);
      entries.add(entry);
      last = entry.chain();
    }
    return entries;
  }
}
