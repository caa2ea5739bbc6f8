package dev.sluice.web.report;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import java.util.Optional;

/**
 * A private item that crossed.
 *
 * @param object whose it is
 * @param kind name of that object's kind
 * @param item name of the item
 * @param content digest of exactly what crossed
 * @param bytes its length, for a part; -1 for a field
 * @param grant who let it leave; empty at the recipient, and once it was taken back
 */
public record ReportedItem(
    ObjectId object, String kind, String item, Digest content, long bytes, Optional<Ruling> grant) {
  ReportedItem forPeer() {
    return new ReportedItem(object, kind, item, content, bytes, Optional.empty());
  }
}
