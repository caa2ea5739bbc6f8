package dev.sluice.exporter;

import dev.sluice.exporter.delta.Deltas;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which versions of the objects of one batch the peer has said it holds. */
final class KnownVersions {
  private final StoreView view;
  private final PeerView peer;
  private final ObjectId root;
  private Optional<List<Document>> confirmed = Optional.empty();

  /**
   * @param root of the batch
   */
  KnownVersions(StoreView view, PeerView peer, ObjectId root) {
    this.view = view;
    this.peer = peer;
    this.root = root;
  }

  boolean holds(PartRef part) {
    return peer.holdsBlob(part.digest());
  }

  /** What the peer holds under the name of a part that is to come, and that may be like it. */
  List<PartRef> earlier(ObjectId object, String name, PartRef part) {
    if (!Deltas.isWorth(part.bytes())) {
      return List.of();
    }
    return Stream.concat(confirmed().stream(), agreed(object))
        .filter(version -> version.id().equals(object))
        .flatMap(version -> Stream.ofNullable(version.parts().get(name)))
        .filter(this::holds)
        .distinct()
        .toList();
  }

  private Stream<Document> agreed(ObjectId object) {
    return peer.agreed(object).map(StoredBatches::parse).stream();
  }

  /** The documents of the newest batch of the root of which the peer has custody. */
  private List<Document> confirmed() {
    if (confirmed.isEmpty()) {
      confirmed =
          Optional.of(
              peer.confirmed(root)
                  .map(FeedLine::batch)
                  .map(batch -> StoredBatches.documents(view, StoredBatches.batch(view, batch)))
                  .orElse(List.of()));
    }
    return confirmed.get();
  }
}
