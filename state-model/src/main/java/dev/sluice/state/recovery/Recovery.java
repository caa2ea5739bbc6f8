package dev.sluice.state.recovery;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreTransaction;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts a site's history anew after it was restored from a backup.
 *
 * <p>The site takes a new incarnation that succeeds the former one, and assumes nothing about its
 * peers: it repeats its whole feed until they confirm it. Edits that no peer has confirmed are
 * counted as edits of the new incarnation. The former one may have made others of the same number
 * that only the peer remembers, and the two must never be taken for the same.
 */
public final class Recovery {
  private static final int INCARNATION_BYTES = 16;

  private final StoreTransaction transaction;
  private final Kinds kinds;
  private final String former;

  private Recovery(StoreTransaction transaction, Kinds kinds) {
    this.transaction = transaction;
    this.kinds = kinds;
    this.former = transaction.site().incarnation();
  }

  /**
   * Recovers the site.
   *
   * @return its new incarnation
   */
  public static String run(StoreTransaction transaction, Kinds kinds, SecureRandom random) {
    var recovery = new Recovery(transaction, kinds);
    Map<ObjectId, Long> confirmed = recovery.confirmedEdits();
    String next = incarnation(random);
    transaction.succeed(next);
    recovery.recount(confirmed, next);
    for (Peer peer : transaction.peers()) {
      transaction.peer(peer.name()).restart(0);
      new KnownBlobs(transaction, peer.name()).gather();
    }
    return next;
  }

  /** A random id for a site's history. */
  public static String incarnation(SecureRandom random) {
    byte[] bytes = new byte[INCARNATION_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** How many edits of the former incarnation a peer is known to have, by object. */
  private Map<ObjectId, Long> confirmedEdits() {
    var confirmed = new HashMap<ObjectId, Long>();
    for (Peer peer : transaction.peers()) {
      PeerView known = transaction.peer(peer.name());
      for (FeedLine line : feed(known)) {
        StoredBatches.documents(transaction, StoredBatches.batch(transaction, line.batch()))
            .forEach(document -> note(confirmed, document));
      }
      for (ObjectId id : objects()) {
        known.agreed(id).map(StoredBatches::parse).ifPresent(agreed -> note(confirmed, agreed));
      }
    }
    return confirmed;
  }

  private static List<FeedLine> feed(PeerView known) {
    try (Stream<FeedLine> feed = known.feed(0, known.record().ackedPosition())) {
      return feed.toList();
    }
  }

  private void note(Map<ObjectId, Long> confirmed, Document document) {
    confirmed.merge(document.id(), editsIn(document.vector()), Math::max);
  }

  private void recount(Map<ObjectId, Long> confirmed, String next) {
    var edits = new Edits(transaction, kinds);
    for (ObjectId id : objects()) {
      VersionVector before = transaction.find(id).orElseThrow().vector();
      VersionVector after = before.handedOver(former, confirmed.getOrDefault(id, 0L), next);
      if (!after.equals(before)) {
        edits.recount(id, after);
      }
    }
  }

  private long editsIn(VersionVector vector) {
    return vector.counts().getOrDefault(former, 0L);
  }

  private List<ObjectId> objects() {
    try (Stream<StateObject> objects = transaction.objects(ObjectFilter.ALL)) {
      return objects.map(StateObject::id).toList();
    }
  }
}
