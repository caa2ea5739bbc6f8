package dev.sluice.importer.receive;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.PartRef;
import dev.sluice.state.Provenance;
import dev.sluice.state.Side;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.batch.BatchRefusedException;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.feed.Continuity;
import dev.sluice.state.feed.FeedEntry;
import dev.sluice.state.feed.HeldFeed;
import dev.sluice.state.feed.OwnFeed;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.recovery.Succession;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.DocumentRefusedException;
import dev.sluice.state.share.KindRules;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.InboxState;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes the batches of a slice into custody: durable here, checked, not yet decided. */
final class Custody {
  private final StoreTransaction transaction;
  private final Kinds kinds;
  private final PeerTransaction peer;
  private final String name;
  private final Side origin;

  Custody(StoreTransaction transaction, Kinds kinds, String peer, Side origin) {
    this.transaction = transaction;
    this.kinds = kinds;
    this.name = peer;
    this.peer = transaction.peer(peer);
    this.origin = origin;
  }

  /** Whether {@code slice} continues what is held; what must not be taken in is refused. */
  Continuity check(Slice slice) throws ImportRefusedException {
    Continuity continuity = Continuity.check(slice, held(), own());
    if (continuity.verdict().consequence() != Continuity.Consequence.ACCEPT) {
      throw refused(continuity.verdict());
    }
    return continuity;
  }

  /**
   * Follows a peer that was restored and has recovered: what it lost is given back to it.
   *
   * @return how many batches that is
   */
  int succeed(Slice slice, Continuity continuity, long number) {
    long acknowledged = continuity.acknowledged(slice.receipt(), own(), 0);
    int returned = new Succession(transaction, name).takeOver(continuity.from(), acknowledged);
    peer.succeeded(number, slice.incarnation(), List.copyOf(slice.lineage()));
    return returned;
  }

  /**
   * Takes in what is new.
   *
   * @return how many batches that was
   */
  int take(Continuity continuity, Spool spool)
      throws StoreException, IOException, ImportRefusedException {
    for (FeedEntry entry : continuity.fresh()) {
      take(entry, spool);
    }
    return continuity.fresh().size();
  }

  /** Remembers the bundle, if it is newer than all before. */
  void heard(Slice slice, long number) {
    if (number > peer.record().lastBundleIn()) {
      peer.heard(number, slice.incarnation(), List.copyOf(slice.lineage()));
    }
  }

  private void take(FeedEntry entry, Spool spool)
      throws StoreException, IOException, ImportRefusedException {
    var documents = new ArrayList<Document>();
    for (BatchItem item : entry.batch().items()) {
      documents.add(document(item.document(), entry.provenance().madeOn(origin), spool));
    }
    try {
      WholeBatch.of(entry.batch(), documents, kinds);
    } catch (BatchRefusedException e) {
      throw ImportRefusedException.content(e.getMessage());
    }
    supersede(entry);
    Digest digest = transaction.putDocument(CanonicalJson.write(entry.batch().toJson()), Set.of());
    peer.stage(
        new FeedLine(
            entry.position(), entry.batch().root(), digest, entry.chain(), entry.provenance()));
  }

  private Document document(Digest digest, Side madeOn, Spool spool)
      throws StoreException, IOException, ImportRefusedException {
    byte[] bytes = spool.document(digest).or(() -> transaction.document(digest)).orElse(null);
    if (bytes == null) {
      throw ImportRefusedException.content(
          "a batch names a document that is neither sent nor here");
    }
    try {
      Document document = Document.parse(bytes);
      KindRules.check(document, kinds, madeOn);
      for (PartRef part : document.parts().values()) {
        if (!wasExchanged(part, document, spool) || !transaction.holdsBlob(part)) {
          throw ImportRefusedException.content(
              "a batch names content that is neither sent nor here: " + part.digest());
        }
      }
      refuseForgedEdits(document);
      transaction.putDocument(bytes, Set.copyOf(document.parts().values()));
      document.parts().values().forEach(part -> peer.addBlob(part.digest()));
      return document;
    } catch (NotCanonicalException | DocumentRefusedException e) {
      throw ImportRefusedException.content(e.getMessage());
    }
  }

  /** Whether the bundle brought this content, or made it, or the peer may know it from before. */
  private boolean wasExchanged(PartRef part, Document document, Spool spool)
      throws StoreException, IOException, ImportRefusedException {
    return spool.received(part.digest())
        || spool.maker().make(part, base -> peerKnows(base, document))
        || peerKnows(part.digest(), document);
  }

  /**
   * Whether the peer may know a blob: it is known to hold it, or the blob is in the version of the
   * object that was last sent. What else this site holds is none of its business, and naming it by
   * a guessed digest must neither succeed nor tell whether it is here.
   */
  private boolean peerKnows(Digest blob, Document document) {
    return peer.holdsBlob(blob)
        || peer
            .sent(document.id())
            .map(sent -> StoredBatches.document(transaction, sent).parts().values())
            .stream()
            .flatMap(Collection::stream)
            .anyMatch(part -> part.digest().equals(blob));
  }

  /** Nobody but this site counts its edits. */
  private void refuseForgedEdits(Document document) throws ImportRefusedException {
    String own = transaction.site().incarnation();
    long made =
        transaction
            .find(document.id())
            .map(object -> object.vector().counts().getOrDefault(own, 0L))
            .orElse(0L);
    if (document.vector().counts().getOrDefault(own, 0L) > made) {
      throw ImportRefusedException.content("a document claims edits that this site never made");
    }
  }

  /**
   * A later batch of the same root takes the place of one that nobody has settled. What the peer
   * gives back after a restore is another line of versions, which ends none and is ended by none.
   */
  private void supersede(FeedEntry entry) {
    if (entry.provenance() == Provenance.RETURNED) {
      return;
    }
    for (InboxEntry older : peer.openInbox(entry.batch().root())) {
      if (older.provenance() == Provenance.SENDER) {
        peer.setInboxState(older.position(), InboxState.SUPERSEDED);
      }
    }
  }

  private HeldFeed held() {
    Peer record = peer.record();
    return new HeldFeed(
        record.incarnation(),
        new TreeSet<>(record.lineage()),
        new StoredChain(record.inPosition(), peer::inboxChainAt));
  }

  private OwnFeed own() {
    SiteIdentity site = transaction.site();
    return new OwnFeed(
        site.incarnation(),
        new TreeSet<>(site.lineage()),
        new StoredChain(peer.feedHead(), peer::chainAt));
  }

  private static ImportRefusedException refused(Continuity.Verdict verdict) {
    String sentence =
        switch (verdict) {
          case FORK -> "the peer's history is not the one held here; its state was exchanged";
          case STALE_BASE -> "the bundle was written for an earlier state of this site";
          case GAP -> "the bundle builds on batches that never arrived here";
          case PEER_ROLLED_BACK -> "the bundle comes from a state that the peer has given up";
          case ROLLED_BACK -> "the peer holds more of this site's history than this site does";
          case UNKNOWN_INCARNATION -> "the bundle was written for a state this site never had";
          default -> "the bundle does not continue what is held here";
        };
    return ImportRefusedException.history(verdict, sentence);
  }
}
