package dev.sluice.importer.receive;

import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.feed.Receipt;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.StoreTransaction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes in what the peer says about our feed. Only this ever moves the confirmed position. */
final class Receipts {
  private final StoreTransaction transaction;
  private final PeerTransaction peer;
  private final Receiver.OutcomeListener listener;

  /**
   * @param listener learns what became of each of our batches
   */
  Receipts(StoreTransaction transaction, String peer, Receiver.OutcomeListener listener) {
    this.transaction = transaction;
    this.peer = transaction.peer(peer);
    this.listener = listener;
  }

  /**
   * Takes in the receipt of a slice that continues the peer's history.
   *
   * @return how many outcomes it told
   */
  int take(Slice slice) {
    Receipt receipt = slice.receipt();
    if (!receipt.incarnation().equals(transaction.site().incarnation())) {
      return 0;
    }
    confirm(receipt.position());
    peer.reported(receipt.bundle());
    receipt.outcomes().forEach(this::settle);
    return receipt.outcomes().size();
  }

  private void confirm(long position) {
    long before = peer.record().ackedPosition();
    if (position <= before) {
      return;
    }
    List<FeedLine> confirmed;
    try (Stream<FeedLine> feed = peer.feed(before, position)) {
      confirmed = feed.toList();
    }
    for (FeedLine line : confirmed) {
      for (Document document : documents(batch(line))) {
        document.parts().values().forEach(part -> peer.addBlob(part.digest()));
      }
    }
    peer.acknowledge(position);
  }

  private void settle(BatchOutcome outcome) {
    Optional<FeedLine> line;
    try (Stream<FeedLine> feed = peer.feed(outcome.position() - 1, outcome.position())) {
      line = feed.findFirst();
    }
    line.ifPresent(
        told -> {
          Batch batch = batch(told);
          peer.setOutcome(
              told.position(), outcome.verdict().toString(), outcome.reason().orElse(""));
          if (outcome.verdict() == BatchOutcome.Verdict.APPLIED) {
            documents(batch).forEach(document -> peer.setAgreed(document.id(), document.bytes()));
          }
          listener.learned(transaction, batch, outcome);
        });
  }

  private Batch batch(FeedLine line) {
    return StoredBatches.batch(transaction, line.batch());
  }

  private List<Document> documents(Batch batch) {
    return StoredBatches.documents(transaction, batch);
  }
}
