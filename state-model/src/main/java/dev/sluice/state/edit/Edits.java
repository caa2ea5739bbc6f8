package dev.sluice.state.edit;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.VersionVector.Order;
import dev.sluice.state.batch.Roots;
import dev.sluice.state.diff.Merge;
import dev.sluice.state.diff.Status;
import dev.sluice.state.diff.ThreeWay;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.Release;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.Take;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes objects inside one write.
 *
 * <p>An edit raises an object's vector exactly when it changes what the peer can see: an edit of
 * private content alone leaves no trace that could travel. A new owner ends all releases, since
 * they were given for the one before.
 */
public final class Edits {
  private final StoreTransaction transaction;
  private final Kinds kinds;

  public Edits(StoreTransaction transaction, Kinds kinds) {
    this.transaction = transaction;
    this.kinds = kinds;
  }

  /** Puts a new object, or a new version of one; the vector it carries does not matter. */
  public void put(StateObject edited) {
    putAll(List.of(edited));
  }

  /**
   * Puts several, which costs less than one after the other where they are in one batch. What says
   * the same as before is not touched.
   */
  public void putAll(Collection<StateObject> edited) {
    List<StateObject> changed =
        edited.stream().map(this::changed).flatMap(Optional::stream).toList();
    announce(keep(changed), Set.of());
  }

  private Optional<StateObject> changed(StateObject edited) {
    Optional<StateObject> before = transaction.find(edited.id());
    Optional<Document> visible = before.map(this::shared);
    if (before.filter(object -> !object.owner().equals(edited.owner())).isPresent()) {
      transaction.released(edited.id()).stream()
          .filter(release -> !SharedForm.isWithdrawnItem(release.item()))
          .forEach(release -> retract(edited.id(), release, release.by(), release.reason()));
    }
    StateObject kept =
        edited.withVector(before.map(StateObject::vector).orElse(VersionVector.NONE));
    boolean same = visible.filter(shared(kept)::sameContentAs).isPresent();
    StateObject now = same ? kept : raised(kept);
    return Optional.of(now).filter(object -> !before.equals(Optional.of(object)));
  }

  /** Leaves a tombstone in place of an object. */
  public void remove(ObjectId id) {
    put(require(id).removed());
  }

  /**
   * Lets one private item travel, bound to its present content.
   *
   * @param item see {@link SharedForm#partItem} and {@link SharedForm#fieldItem}
   */
  public void release(ObjectId id, String item, Digest content, String by, String reason) {
    changeReleases(id, () -> transaction.release(id, item, content, by, reason));
  }

  /** Takes a release back that has not travelled. */
  public void withhold(ObjectId id, String item) {
    changeReleases(id, () -> transaction.withdraw(id, item));
  }

  /**
   * Takes a release back that has travelled: from now on the object says that the item is
   * withdrawn, so the peer removes it, until it is released again.
   */
  public void withdraw(ObjectId id, String item, String by, String reason) {
    transaction.released(id).stream()
        .filter(release -> release.item().equals(item))
        .findFirst()
        .ifPresent(release -> changeReleases(id, () -> retract(id, release, by, reason)));
  }

  private void retract(ObjectId id, Release release, String by, String reason) {
    transaction.withdraw(id, release.item());
    transaction.release(
        id, SharedForm.withdrawnItem(release.item()), release.content(), by, reason);
  }

  /**
   * Takes over what {@code peer} sent, unless what is here is newer; then nothing happens. Both
   * sides agree on it from now on.
   *
   * @throws IllegalArgumentException on a conflict, which is for a person to resolve
   */
  public void accept(String peer, Document incoming) {
    StateObject local =
        transaction
            .find(incoming.id())
            .orElseGet(() -> StateObject.create(incoming.id(), incoming.kind(), incoming.owner()));
    Status status = ThreeWay.status(transaction, incoming, kind(local));
    if (status == Status.CONFLICT) {
      throw new IllegalArgumentException("conflict over " + incoming.id());
    }
    Order order = local.vector().compareWith(incoming.vector());
    if (status == Status.SAME && (order == Order.AFTER || order == Order.EQUAL)) {
      return;
    }
    StateObject merged = Merge.apply(local, incoming, kind(local));
    Set<ObjectId> touched = keep(List.of(merged));
    boolean told = shared(merged).sameContentAs(incoming);
    announce(touched, told ? Set.of(peer) : Set.of());
    var known = transaction.peer(peer);
    known.setSent(incoming.id(), incoming.digest());
    known.setAgreed(incoming.id(), incoming.bytes());
  }

  /**
   * Ends a conflict over one object in an edit that has seen both versions, so that it goes back to
   * {@code peer}. Where both sides resolve the same conflict apart, that is a conflict again.
   *
   * @throws IllegalArgumentException if {@code incoming} is in no conflict
   */
  public void resolve(String peer, Document incoming, Take take) {
    StateObject local = require(incoming.id());
    if (ThreeWay.status(transaction, incoming, kind(local)) != Status.CONFLICT) {
      throw new IllegalArgumentException("no conflict over " + incoming.id());
    }
    var known = transaction.peer(peer);
    switch (take) {
      case INCOMING -> {
        store(raised(Merge.apply(local, incoming, kind(local))));
        known.setAgreed(incoming.id(), incoming.bytes());
      }
      case MINE -> {
        store(raised(local.withVector(local.vector().join(incoming.vector()))));
        known.setSent(incoming.id(), incoming.digest());
      }
    }
  }

  /** Counts the edits of an object in another way; what it says stays as it is. */
  public void recount(ObjectId id, VersionVector vector) {
    store(require(id).withVector(vector));
  }

  private void changeReleases(ObjectId id, Runnable change) {
    StateObject object = require(id);
    Document before = shared(object);
    change.run();
    if (!shared(object).sameContentAs(before)) {
      store(raised(object));
    }
  }

  private void store(StateObject object) {
    announce(keep(List.of(object)), Set.of());
  }

  /** Puts objects into the state; returns the roots whose batches that touches. */
  private Set<ObjectId> keep(List<StateObject> objects) {
    List<ObjectId> ids = objects.stream().map(StateObject::id).toList();
    Set<ObjectId> touched = new HashSet<>(Roots.of(transaction, kinds, ids));
    objects.forEach(object -> transaction.put(object, references(object)));
    touched.addAll(Roots.of(transaction, kinds, ids));
    return touched;
  }

  /**
   * Has the next export look at {@code touched}, for all peers but those that {@code know} it. What
   * a peer sent and got back unchanged would otherwise be looked at with every export from then on.
   */
  private void announce(Set<ObjectId> touched, Set<String> know) {
    for (Peer peer : transaction.peers()) {
      if (!know.contains(peer.name())) {
        touched.forEach(transaction.peer(peer.name())::addOutgoing);
      }
    }
  }

  private Set<ObjectId> references(StateObject object) {
    try {
      return Reference.of(object.fields(), kind(object)).stream()
          .map(Reference::target)
          .collect(Collectors.toSet());
    } catch (NotCanonicalException e) {
      throw new IllegalArgumentException(object.id() + ": " + e.getMessage(), e);
    }
  }

  private StateObject raised(StateObject object) {
    return object.withVector(object.vector().editedBy(transaction.site().incarnation()));
  }

  private Document shared(StateObject object) {
    return SharedForm.of(object, kind(object), transaction.releases(object.id()));
  }

  private Kind kind(StateObject object) {
    return kinds.kind(object.kind()).orElseThrow();
  }

  private StateObject require(ObjectId id) {
    return transaction.find(id).orElseThrow();
  }
}
