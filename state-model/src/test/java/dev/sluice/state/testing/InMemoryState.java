package dev.sluice.state.testing;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A state that a test puts together object by object. Not a snapshot: later writes show. */
public final class InMemoryState implements StateView {
  private final Kinds kinds;
  private final Map<ObjectId, StateObject> objects = new TreeMap<>();
  private final Map<ObjectId, Set<ObjectId>> referrers = new HashMap<>();
  private final Map<ObjectId, Map<String, Digest>> releases = new HashMap<>();

  /** An empty state with objects of {@code kinds}. */
  public InMemoryState(Kinds kinds) {
    this.kinds = kinds;
  }

  /** Adds {@code object} or replaces it. */
  public StateObject put(StateObject object) {
    forget(object.id());
    objects.put(object.id(), object);
    for (Reference reference : references(object)) {
      referrers.computeIfAbsent(reference.target(), id -> new TreeSet<>()).add(object.id());
    }
    return object;
  }

  /** Leaves the tombstone of the object. */
  public void remove(ObjectId id) {
    put(objects.get(id).removed());
  }

  /** Takes the object away without a trace, as only a broken store would. */
  public void forget(ObjectId id) {
    StateObject old = objects.remove(id);
    if (old != null) {
      references(old).forEach(reference -> referrers.get(reference.target()).remove(id));
    }
  }

  /** Releases one item, bound to {@code content}. */
  public void release(ObjectId id, String item, Digest content) {
    releases.computeIfAbsent(id, key -> new TreeMap<>()).put(item, content);
  }

  /** The object as it would travel now. */
  public Document document(ObjectId id) {
    StateObject object = objects.get(id);
    return SharedForm.of(object, kindOf(object), releases(id));
  }

  /** Ids of all objects and tombstones. */
  public SortedSet<ObjectId> ids() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(objects.keySet()));
  }

  @Override
  public Optional<StateObject> find(ObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  @Override
  public Set<ObjectId> referencing(ObjectId target) {
    return Collections.unmodifiableSet(referrers.getOrDefault(target, new TreeSet<>()));
  }

  @Override
  public Map<String, Digest> releases(ObjectId id) {
    return releases.getOrDefault(id, Map.of());
  }

  private List<Reference> references(StateObject object) {
    try {
      return Reference.of(object.fields(), kindOf(object));
    } catch (NotCanonicalException e) {
      return List.of();
    }
  }

  private Kind kindOf(StateObject object) {
    return kinds.kind(object.kind()).orElseThrow();
  }
}
