package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole state at one moment. It is valid inside the call that gave it, and so are its streams;
 * afterwards every use is an {@link IllegalStateException}.
 *
 * <p>No method declares a failure of the disk or the database. If there is one, it ends the whole
 * read or write, which throws the {@link StoreException}.
 */
public class StoreView implements StateView {
  private static final Pattern ID_PREFIX = Pattern.compile("[a-z0-9-]{0,35}");

  /**
   * Code that looks at a view.
   *
   * @param <T> what it finds out
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface Reader<T, X extends Exception> {
    T run(StoreView view) throws X;
  }

  final Tables tables;

  StoreView(Tables tables) {
    this.tables = tables;
  }

  public SiteIdentity site() {
    return tables.site().get();
  }

  /** Why the site is frozen, if it is. */
  public Optional<Freeze> freeze() {
    return tables.freeze().find();
  }

  /** Ends the read or write with {@code FROZEN} if the site is frozen. */
  public void requireNotFrozen() {
    freeze()
        .ifPresent(
            freeze -> {
              throw new StoreFailure(
                  new StoreException(
                      StoreException.Reason.FROZEN,
                      "this site runs from an old copy of itself and is frozen: "
                          + freeze.evidence()));
            });
  }

  @Override
  public Optional<StateObject> find(ObjectId id) {
    return tables.objects().find(id);
  }

  @Override
  public Set<ObjectId> referencing(ObjectId target) {
    return tables.objects().referencing(target);
  }

  @Override
  public Map<String, Digest> releases(ObjectId id) {
    var releases = new TreeMap<String, Digest>();
    released(id).forEach(release -> releases.put(release.item(), release.content()));
    return releases;
  }

  /** The releases of {@code id} with who gave them and why, in the order of their items. */
  public List<Release> released(ObjectId id) {
    return tables.releases().of(id);
  }

  /** The objects that match, in the order of their ids, read as the stream is consumed. */
  public Stream<StateObject> objects(ObjectFilter filter) {
    return tables.objects().matching(filter);
  }

  /**
   * Ids that start with {@code prefix}, for ids that a person shortened. Text that no id can start
   * with has none.
   *
   * @param most how many to give at most; two are enough to see that a prefix is not unique
   */
  public List<ObjectId> idsStartingWith(String prefix, int most) {
    return ID_PREFIX.matcher(prefix).matches()
        ? tables.objects().startingWith(prefix, most)
        : List.of();
  }

  /** Objects whose newest change came after the write {@code sequence}, oldest change first. */
  public Stream<ObjectId> changedSince(long sequence) {
    return tables.objects().changedSince(sequence);
  }

  /** Bytes of a batch or document of feed or inbox. */
  public Optional<byte[]> document(Digest digest) {
    return tables.documents().find(digest);
  }

  /** Whether an object or a document needs the blob. */
  public boolean needsBlob(Digest digest) {
    return tables.blobs().isReferenced(digest);
  }

  /**
   * What was read of the tracked files of one tree, by their paths below it; only what is still
   * kept.
   *
   * @param folder the folder that is tracked
   * @param tree what directly in it
   */
  public Map<String, Sighting> sightings(String folder, String tree) {
    return tables.sightings().of(folder, tree);
  }

  /** All peers by name. */
  public List<Peer> peers() {
    return tables.peers().all();
  }

  public Optional<Peer> findPeer(String name) {
    return tables.peers().find(name);
  }

  /**
   * What concerns one peer.
   *
   * @throws IllegalArgumentException if there is no peer of that name, see {@link #findPeer}
   */
  public PeerView peer(String name) {
    return new PeerView(tables, requirePeer(name));
  }

  final String requirePeer(String name) {
    if (findPeer(name).isEmpty()) {
      throw new IllegalArgumentException("no such peer");
    }
    return name;
  }

  /** Everything that happened to one bundle, oldest first; the peer may be unknown. */
  public List<BundleEntry> bundle(Digest digest) {
    return tables.bundles().of(digest);
  }

  public AuditLog audit() {
    return new AuditLog(tables.audit());
  }
}
