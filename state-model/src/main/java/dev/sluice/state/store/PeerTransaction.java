package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import java.time.Instant;
import java.util.List;

/**
 * What a {@link StoreTransaction} can change about one peer. A call that would break a rule of the
 * protocol is a bug of its caller and an {@link IllegalStateException}.
 */
public final class PeerTransaction extends PeerView {
  private final long sequence;
  private final Instant now;

  PeerTransaction(Tables tables, String name, long sequence, Instant now) {
    super(tables, name);
    this.sequence = sequence;
    this.now = now;
  }

  /** Puts a new pairing in place of the one before. */
  public void pair(Digest pairing) {
    tables.peers().setPairing(name, pairing);
  }

  public void addOutgoing(ObjectId root) {
    tables.outgoing().add(name, root);
  }

  public void removeOutgoing(ObjectId root) {
    tables.outgoing().remove(name, root);
  }

  /** Remembers which version of an object is the newest in the peer's feed. */
  public void setSent(ObjectId object, Digest document) {
    tables.sent().put(name, object, document);
  }

  /** Remembers a version that both sides have. */
  public void setAgreed(ObjectId object, byte[] document) {
    tables.agreed().put(name, object, tables.documents().put(document), now);
  }

  /** Remembers that the peer holds a blob. */
  public void addBlob(Digest blob) {
    tables.peerBlobs().add(name, blob);
  }

  /** Gives the number of the next bundle for the peer. It is used up, whatever comes of it. */
  public long reserveBundleNumber() {
    long number = record().nextBundle();
    tables.peers().setNextBundle(name, number + 1);
    return number;
  }

  /** Releases a batch: appends it to the feed. Its document has to be in the store. */
  public void append(FeedLine entry) {
    require(entry.position() == feedHead() + 1, "a feed has no gap");
    tables.feed().append(name, entry);
  }

  /** Keeps what a receipt of the peer says about the batch at {@code position} of the feed. */
  public void setOutcome(long position, String outcome, String reason) {
    tables.feed().setOutcome(name, position, outcome, reason);
  }

  /** Moves the acknowledged position, as a receipt of the peer says. */
  public void acknowledge(long position) {
    require(position >= record().ackedPosition(), "an acknowledgement is never taken back");
    require(position <= feedHead(), "nothing is acknowledged that is not in the feed");
    tables.peers().setAcknowledged(name, position);
  }

  /**
   * Believes nothing about what the peer holds and knows but this: one of the two starts anew. The
   * peer gets everything after {@code position} again, and is told all outcomes again.
   */
  public void restart(long position) {
    require(position <= feedHead(), "nothing is acknowledged that is not in the feed");
    tables.peers().restart(name, position);
    tables.peerBlobs().clear(name);
  }

  /**
   * Moves how far the peer knows what became of its batches: it has taken in our bundle of that
   * number, and so all that was said in it. A number that was never sealed changes nothing.
   */
  public void reported(long bundleNumber) {
    tables
        .bundles()
        .sealedAt(name, bundleNumber)
        .ifPresent(told -> tables.peers().setReported(name, told));
  }

  /** Records that a bundle came in, newer than all before. */
  public void heard(long bundleNumber, String incarnation, List<String> lineage) {
    require(bundleNumber > record().lastBundleIn(), "bundle numbers only rise");
    Incarnations.require(incarnation);
    lineage.forEach(Incarnations::require);
    tables.peers().setHeard(name, bundleNumber, incarnation, lineage, now);
  }

  /** Records the first bundle of a new incarnation of the peer, whatever its number. */
  public void succeeded(long bundleNumber, String incarnation, List<String> lineage) {
    require(lineage.contains(record().incarnation()), "a successor names whom it succeeds");
    tables.peers().setHeard(name, bundleNumber, incarnation, lineage, now);
  }

  /** Records that the peer has a new identity, of which no bundle has come yet. */
  public void renewed(String incarnation, List<String> lineage) {
    require(lineage.contains(record().incarnation()), "a new identity succeeds the known one");
    require(record().inPosition() == 0, "nothing is held of a new identity");
    Incarnations.require(incarnation);
    tables.peers().renew(name, incarnation, lineage);
  }

  /** Takes the next batch of the peer's feed into custody. Its document has to be in the store. */
  public void stage(FeedLine line) {
    require(line.position() == record().inPosition() + 1, "custody has no gap");
    tables
        .inbox()
        .append(
            name,
            new InboxEntry(
                line.position(),
                line.root(),
                line.batch(),
                line.chain(),
                line.provenance(),
                InboxState.STAGED,
                sequence));
    tables.peers().setCustody(name, line.position(), line.chain());
  }

  /** Forgets what came in after a position: the peer's feed goes on in another way from there. */
  public void cutInbox(long position) {
    Digest chain = inboxChainAt(position).orElseThrow(IllegalStateException::new);
    tables.inbox().removeAfter(name, position);
    tables.peers().setCustody(name, position, chain);
  }

  /** Forgets that the peer was sent, or agreed on, any version of an object. */
  public void forget(ObjectId object) {
    tables.sent().remove(name, object);
    tables.agreed().remove(name, object);
  }

  /** Says what became of a batch that came in. */
  public void setInboxState(long position, InboxState next) {
    InboxEntry entry = inboxAt(position).orElseThrow(IllegalStateException::new);
    require(entry.state().successors().contains(next), "no such step of a batch");
    tables.inbox().setState(name, position, next, sequence);
  }

  /** Adds a decision, which from now on is the one that counts for its root. */
  public void decide(Decision decision) {
    tables.decisions().append(name, decision);
  }

  private static void require(boolean rule, String meaning) {
    if (!rule) {
      throw new IllegalStateException(meaning);
    }
  }
}
