package dev.sluice.exporter;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.PeerView;
import java.util.HashMap;
import java.util.Map;

/**
 * What of one object the peer has said it holds, by the names of {@link SharedForm}. A private item
 * among it does not leave once more, whatever batch its object is in.
 */
record ConfirmedItems(Map<String, Digest> contents) {
  static ConfirmedItems of(PeerView peer, ObjectId id) {
    var contents = new HashMap<String, Digest>();
    peer.agreed(id).map(StoredBatches::parse).ifPresent(document -> add(contents, document));
    return new ConfirmedItems(contents);
  }

  private static void add(Map<String, Digest> contents, Document document) {
    document
        .parts()
        .forEach((name, part) -> contents.put(SharedForm.partItem(name), part.digest()));
    document
        .fields()
        .forEach(
            (name, value) ->
                contents.put(SharedForm.fieldItem(name), SharedForm.fieldDigest(value)));
  }

  boolean hold(String item, Digest content) {
    return content.equals(contents.get(item));
  }
}
