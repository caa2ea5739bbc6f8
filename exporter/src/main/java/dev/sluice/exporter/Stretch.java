package dev.sluice.exporter;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.StoreView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of the feed as one bundle may say. The rest waits until the peer has confirmed this, and
 * then follows with a later bundle.
 *
 * @param entries the lines in the bundle, with their batches
 * @param bytes about how long its part of the table of contents gets
 */
record Stretch(Map<FeedLine, Batch> entries, long bytes) {
  /** What a bundle may say; leaves room in the table of contents for the receipt. */
  record Bounds(int entries, long bytes) {
    static final Bounds STANDARD =
        new Bounds(Slice.MOST_ENTRIES, JsonLimits.CONTENTS.bytes() - (16L << 20));
  }

  /** A document's, and about a blob's, line in the table of contents. */
  private static final long BYTES_PER_LINE = 256;

  /** The longest beginning of {@code lines} within {@code bounds}; at least one line. */
  static Stretch of(StoreView view, List<FeedLine> lines, Bounds bounds) {
    var entries = new LinkedHashMap<FeedLine, Batch>();
    long bytes = 0;
    for (FeedLine line : lines) {
      Batch batch = StoredBatches.batch(view, line.batch());
      long more = bytes(batch);
      boolean full = entries.size() == bounds.entries() || bytes + more > bounds.bytes();
      if (full && !entries.isEmpty()) {
        break;
      }
      entries.put(line, batch);
      bytes += more;
    }
    return new Stretch(entries, bytes);
  }

  /** About how long the table of contents gets by {@code batch} and its documents. */
  static long bytes(Batch batch) {
    return CanonicalJson.write(batch.toJson()).length
        + (1L + batch.items().size()) * BYTES_PER_LINE;
  }
}
