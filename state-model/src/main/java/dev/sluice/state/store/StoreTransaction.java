package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A write under way: a view that shows its own changes already. All of them become durable together
 * with the audit event of the write, or none does.
 */
public final class StoreTransaction extends StoreView {
  /**
   * Code that changes the state. If it throws, nothing is changed.
   *
   * @param <T> what it gives back
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Writer<T, X extends Exception> {
    T run(StoreTransaction transaction) throws X;
  }

  private final BlobStore blobs;
  private final long sequence;
  private final Instant now;

  StoreTransaction(Tables tables, BlobStore blobs, long sequence, Instant now) {
    super(tables);
    this.blobs = blobs;
    this.sequence = sequence;
    this.now = now;
  }

  /** Audit sequence of this write. */
  public long sequence() {
    return sequence;
  }

  /** The time of this write, in whole milliseconds. */
  public Instant now() {
    return now;
  }

  /**
   * Keeps an object or a tombstone in place of the version before.
   *
   * @param references what its reference fields point at; a tombstone points at nothing
   * @throws IllegalArgumentException if it is too large or too deep to be read again
   */
  public void put(StateObject object, Set<ObjectId> references) {
    object.parts().values().forEach(this::require);
    tables.objects().put(object, object.isRemoved() ? Set.of() : references, sequence);
  }

  /** Stops every later write but {@link StateStore#recover}. */
  public void freeze(Freeze.Cause cause, String evidence) {
    tables.freeze().put(new Freeze(cause, evidence, now));
  }

  /** Adds an incarnation that this site must have had, as the peer knows it, to its lineage. */
  public void remember(String incarnation) {
    SiteIdentity site = site();
    if (!incarnation.equals(site.incarnation()) && !site.lineage().contains(incarnation)) {
      tables.site().setHistory(site.remembering(incarnation));
    }
  }

  /** Starts a new incarnation, which succeeds all before it, and ends a freeze. */
  public void succeed(String incarnation) {
    tables.site().setHistory(site().succeededBy(incarnation));
    tables.freeze().clear();
  }

  /** Records the release of one private item, in place of an earlier one. */
  public void release(ObjectId object, String item, Digest content, String by, String reason) {
    tables.releases().put(object, new Release(item, content, by, reason, now, sequence));
  }

  /** Takes the release of an item back; nothing happens if there is none. */
  public void withdraw(ObjectId object, String item) {
    tables.releases().remove(object, item);
  }

  /**
   * Keeps a batch or document of feed or inbox.
   *
   * @param needed blobs it names that are here; they stay as long as the document does
   */
  public Digest putDocument(byte[] content, Set<PartRef> needed) {
    needed.forEach(this::require);
    Digest digest = tables.documents().put(content);
    needed.forEach(blob -> tables.documents().needs(digest, blob.digest()));
    return digest;
  }

  /** Remembers what was read of a tracked file, in place of what was read of it before. */
  public void see(String folder, String tree, String path, Sighting sighting) {
    tables.sightings().put(folder, tree, path, sighting);
  }

  /** Forgets what was read of a tracked file, so that it is read again. */
  public void unsee(String folder, String tree, String path) {
    tables.sightings().remove(folder, tree, path);
  }

  /** Forgets what was read of all tracked files of a tree. */
  public void unsee(String folder, String tree) {
    tables.sightings().removeAll(folder, tree);
  }

  /** Adds a peer of which nothing was heard yet. */
  public PeerTransaction addPeer(String name, Side side, Digest pairing, String incarnation) {
    if (findPeer(name).isPresent()) {
      throw new IllegalStateException("peer added twice");
    }
    Incarnations.require(incarnation);
    tables.peers().insert(name, side, pairing, incarnation);
    return peer(name);
  }

  @Override
  public PeerTransaction peer(String name) {
    return new PeerTransaction(tables, requirePeer(name), sequence, now);
  }

  /** Adds a line to the bundle ledger; its peer may be unknown, as that of a refused bundle. */
  public void note(BundleEntry entry) {
    tables.bundles().append(entry, sequence);
  }

  void forgetUnneededBlobs() {
    tables.blobs().forgetUnneeded();
  }

  /** Whether a blob is here, whole and durable, so that this write may refer to it. */
  public boolean holdsBlob(PartRef blob) {
    Optional<Long> known = tables.blobs().bytes(blob.digest());
    return known.isPresent() ? known.get() == blob.bytes() : blobs.holds(blob);
  }

  /** What is committed never refers to a blob that a power cut could take away. */
  private void require(PartRef blob) {
    Optional<Long> known = tables.blobs().bytes(blob.digest());
    if (known.isPresent()) {
      if (known.get() != blob.bytes()) {
        throw new IllegalArgumentException("blob with another length");
      }
      return;
    }
    try {
      blobs.require(blob);
    } catch (StoreException e) {
      throw new StoreFailure(e);
    }
    tables.blobs().insert(blob);
  }
}
