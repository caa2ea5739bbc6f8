package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a {@link StoreView} holds about one peer. */
public class PeerView {
  final Tables tables;
  final String name;

  PeerView(Tables tables, String name) {
    this.tables = tables;
    this.name = name;
  }

  /** What is remembered about the peer itself. */
  public Peer record() {
    return tables.peers().find(name).orElseThrow(IllegalStateException::new);
  }

  /** Roots to look at because something that the peer may have to hear of changed. */
  public List<ObjectId> outgoing() {
    return tables.outgoing().of(name);
  }

  /** Digest of the version that was last put into the peer's feed. */
  public Optional<Digest> sent(ObjectId object) {
    return tables.sent().find(name, object);
  }

  /** The version that both sides last had, as the document's bytes. */
  public Optional<byte[]> agreed(ObjectId object) {
    return tables.agreed().find(name, object).flatMap(tables.documents()::find);
  }

  /** When that was: at the last apply here of what the peer sent, or when its receipt came in. */
  public Optional<Instant> agreedAt(ObjectId object) {
    return tables.agreed().time(name, object);
  }

  /** Whether the peer confirmed to hold a blob. */
  public boolean holdsBlob(Digest blob) {
    return tables.peerBlobs().holds(name, blob);
  }

  /** The last position of this site's feed to the peer; 0 while it is empty. */
  public long feedHead() {
    return tables.feed().head(name);
  }

  /** Chain hash of the feed at a position; {@link Digest#ZERO} at 0, nothing past the head. */
  public Optional<Digest> chainAt(long position) {
    return tables.feed().chainAt(name, position);
  }

  /** The feed after one position up to and including another, read as it is consumed. */
  public Stream<FeedLine> feed(long after, long to) {
    return tables.feed().range(name, after, to);
  }

  /** The newest batch of {@code root} in the feed of which the peer has custody. */
  public Optional<FeedLine> confirmed(ObjectId root) {
    return tables.feed().newest(name, root, record().ackedPosition());
  }

  /** The newest batches of the feed and what the peer told about them, newest first. */
  public List<FeedOutcome> newestOutcomes(int most) {
    return tables.feed().newestOutcomes(name, most);
  }

  /** What came in at a position of the peer's feed. */
  public Optional<InboxEntry> inboxAt(long position) {
    return tables.inbox().find(name, position);
  }

  /** The peer's chain hash at a position; {@link Digest#ZERO} at 0, nothing past what is held. */
  public Optional<Digest> inboxChainAt(long position) {
    return tables.inbox().chainAt(name, position);
  }

  /** What came in after a position, by position. */
  public List<InboxEntry> inboxAfter(long position) {
    return tables.inbox().after(name, position);
  }

  /** What came in and is in {@code state}, by position, read as it is consumed. */
  public Stream<InboxEntry> inbox(InboxState state) {
    return tables.inbox().in(name, state);
  }

  /** What came in for one root and is neither applied nor refused nor overtaken, by position. */
  public List<InboxEntry> openInbox(ObjectId root) {
    return tables.inbox().open(name, root);
  }

  /** What came in and changed its state after the write {@code sequence}, by position. */
  public List<InboxEntry> inboxChangedSince(long sequence) {
    return tables.inbox().changedSince(name, sequence);
  }

  /** The newest lines of the bundle ledger that concern the peer, newest first. */
  public List<BundleEntry> newestBundles(int most) {
    return tables.bundles().newest(name, most);
  }

  /** The decision on {@code root} that counts. */
  public Optional<Decision> decision(Direction direction, ObjectId root) {
    return tables.decisions().newest(direction, name, root);
  }

  /** All decisions on {@code root}, oldest first. */
  public List<Decision> decisionHistory(Direction direction, ObjectId root) {
    return tables.decisions().history(direction, name, root);
  }

  /** The decision that counts on every root that has one, in the order of the roots. */
  public List<Decision> decisions(Direction direction) {
    return tables.decisions().newestOfEachRoot(direction, name);
  }
}
