package dev.sluice.state.store;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.Chain;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Whether what was released to each peer, and what came from it, are chains without a gap. */
final class ChainCheck implements SubjectCheck {
  private final Tables tables;

  ChainCheck(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void run(Consumer<StoreFault> faults) {
    for (Peer peer : tables.peers().all()) {
      feed(peer)
          .map(found -> new StoreFault(StoreFault.Kind.FEED_BROKEN, peer.name(), found))
          .ifPresent(faults);
      inbox(peer)
          .map(found -> new StoreFault(StoreFault.Kind.INBOX_BROKEN, peer.name(), found))
          .ifPresent(faults);
    }
  }

  private Optional<String> feed(Peer peer) {
    var walk = new Walk(tables.documents());
    try (Stream<FeedLine> lines = tables.feed().range(peer.name(), 0, Long.MAX_VALUE)) {
      lines.forEach(line -> walk.step(line.position(), line.root(), line.batch(), line.chain()));
    }
    if (walk.broken.isEmpty() && peer.ackedPosition() > walk.position) {
      return Optional.of(
          "the peer confirmed position %d, and the feed ends at %d"
              .formatted(peer.ackedPosition(), walk.position));
    }
    return walk.broken;
  }

  private Optional<String> inbox(Peer peer) {
    var walk = new Walk(tables.documents());
    tables
        .inbox()
        .after(peer.name(), 0)
        .forEach(entry -> walk.step(entry.position(), entry.root(), entry.batch(), entry.chain()));
    boolean endsAsTold = peer.inPosition() == walk.position && peer.inChain().equals(walk.chain);
    if (walk.broken.isEmpty() && !endsAsTold) {
      return Optional.of(
          "custody is noted up to position %d, and what is held ends at %d"
              .formatted(peer.inPosition(), walk.position));
    }
    return walk.broken;
  }

  private static final byte[] NOTHING = {};

  /** Goes along a chain and remembers where it first breaks. */
  private static final class Walk {
    private final DocumentTable documents;
    private long position;
    private Digest chain = Digest.ZERO;
    private Optional<String> broken = Optional.empty();

    Walk(DocumentTable documents) {
      this.documents = documents;
    }

    void step(long next, ObjectId root, Digest batch, Digest kept) {
      if (broken.isEmpty() && next != position + 1) {
        broken = Optional.of("position " + (position + 1) + " is missing");
      } else if (broken.isEmpty() && !Chain.next(chain, batch).equals(kept)) {
        broken = Optional.of("the chain hash at position " + next + " does not fit its batch");
      } else if (broken.isEmpty() && rootOf(batch).filter(is -> !is.equals(root)).isPresent()) {
        broken = Optional.of("the batch at position " + next + " is filed under another root");
      }
      position = next;
      chain = kept;
    }

    /** A batch that is missing or damaged is found by others. */
    private Optional<ObjectId> rootOf(Digest batch) {
      try {
        byte[] bytes = documents.find(batch).orElse(NOTHING);
        return Optional.of(
            Batch.fromJson(CanonicalJson.parseObject(bytes, JsonLimits.CONTENTS)).root());
      } catch (NotCanonicalException e) {
        return Optional.empty();
      } catch (StoreFailure e) {
        if (e.failure().reason() != StoreException.Reason.DAMAGED) {
          throw e;
        }
        return Optional.empty();
      }
    }
  }
}
