package dev.sluice.state.recovery;

import dev.sluice.canonical.Digest;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.StoreTransaction;
import java.util.stream.Stream;

/** Finds out anew which blobs a peer holds, after either side may have lost some. */
final class KnownBlobs {
  private final StoreTransaction transaction;
  private final PeerTransaction peer;

  KnownBlobs(StoreTransaction transaction, String peer) {
    this.transaction = transaction;
    this.peer = transaction.peer(peer);
  }

  /** Adds the blobs of what the peer sent and is in custody, and of what it confirmed. */
  void gather() {
    for (InboxEntry entry : peer.inboxAfter(0)) {
      add(entry.batch());
    }
    try (Stream<FeedLine> confirmed = peer.feed(0, peer.record().ackedPosition())) {
      confirmed.map(FeedLine::batch).toList().forEach(this::add);
    }
  }

  private void add(Digest batch) {
    StoredBatches.documents(transaction, StoredBatches.batch(transaction, batch)).stream()
        .flatMap(document -> document.parts().values().stream())
        .forEach(part -> peer.addBlob(part.digest()));
  }
}
