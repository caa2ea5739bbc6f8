package dev.sluice.state.feed;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.Provenance;
import dev.sluice.state.batch.Batch;

/**
 * A batch at its place in a feed.
 *
 * @param position its place, from 1
 * @param batch the batch
 * @param chain the feed's hash at this position
 * @param provenance whose batch it is
 */
public record FeedEntry(long position, Batch batch, Digest chain, Provenance provenance) {
  private static final String PROVENANCE = "provenance";

  /** The entry that appends {@code batch} to a feed of which {@code last} is the newest hash. */
  public static FeedEntry after(long lastPosition, Digest last, Batch batch) {
    return new FeedEntry(lastPosition + 1, batch, Chain.next(last, batch.id()), Provenance.SENDER);
  }

  Json toJson() {
    var json =
        Json.object().put("batch", batch.toJson()).put("chain", chain).put("position", position);
    if (provenance != Provenance.SENDER) {
      json.put(PROVENANCE, provenance.toString());
    }
    return json.build();
  }

  /** Reads the entry that follows on {@code last}; any other position or hash is refused. */
  static FeedEntry fromJson(Json json, long lastPosition, Digest last)
      throws NotCanonicalException {
    Fields fields = Fields.of("slice.entries", json);
    FeedEntry entry = after(lastPosition, last, Batch.fromJson(fields.object("batch")));
    if (fields.integer("position", 1, Json.MAX_INTEGER) != entry.position) {
      throw fields.refused("position", "does not follow on the one before");
    }
    if (!fields.digest("chain").equals(entry.chain)) {
      throw fields.refused("chain", "is not the hash of the one before and the batch");
    }
    boolean returned = fields.has(PROVENANCE);
    if (returned && fields.word(PROVENANCE, Provenance.class) != Provenance.RETURNED) {
      throw fields.refused(PROVENANCE, "is written where it goes without saying");
    }
    fields.end();
    return returned
        ? new FeedEntry(entry.position, entry.batch, entry.chain, Provenance.RETURNED)
        : entry;
  }
}
