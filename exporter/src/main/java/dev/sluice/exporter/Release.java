package dev.sluice.exporter;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.Chain;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import java.util.Set;

/** Appends what a plan releases to the peer's feed, in one write. */
final class Release {
  private final StateStore store;
  private final String peer;

  Release(StateStore store, String peer) {
    this.store = store;
    this.peer = peer;
  }

  /**
   * Releases what {@code plan} says.
   *
   * @return the number of the bundle that will carry it
   */
  long of(ExportPlan plan, String actor) throws StoreException, ExportRefusedException {
    AuditEvent event =
        AuditEvent.of("release", actor)
            .about(peer)
            .with("batches", Json.integer(plan.released().size()))
            .with("private", Json.integer(plan.privateItems()));
    return store.<Long, ExportRefusedException>write(
        event,
        transaction -> {
          if (transaction.sequence() != plan.sequence() + 1) {
            throw new ExportRefusedException(
                ExportRefusedException.Reason.STALE,
                "the site changed while the export was being looked at");
          }
          plan.released().forEach(batch -> release(transaction, batch));
          plan.unchanged().forEach(transaction.peer(peer)::removeOutgoing);
          return transaction.peer(peer).reserveBundleNumber();
        });
  }

  private void release(StoreTransaction transaction, ListedBatch listed) {
    PeerTransaction known = transaction.peer(peer);
    for (Document document : listed.whole().documents()) {
      transaction.putDocument(document.bytes(), Set.copyOf(document.parts().values()));
      known.setSent(document.id(), document.digest());
    }
    Batch batch = listed.batch();
    Digest digest = transaction.putDocument(CanonicalJson.write(batch.toJson()), Set.of());
    long head = known.feedHead();
    Digest chain = Chain.next(known.chainAt(head).orElseThrow(), batch.id());
    known.append(new FeedLine(head + 1, batch.root(), digest, chain));
    known.removeOutgoing(batch.root());
  }
}
