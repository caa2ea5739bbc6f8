package dev.sluice.state.batch;

import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.batch.BatchRefusedException.Reason;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.kind.Tie;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The walk from a root over the ties of {@link Tie}; cycles end at what was visited. */
final class Closure {
  private final StateView state;
  private final Kinds kinds;
  private final Side origin;

  private final TreeMap<ObjectId, Document> included = new TreeMap<>();
  private final Set<ObjectId> followed = new HashSet<>();
  private final Deque<ObjectId> toFollow = new ArrayDeque<>();

  Closure(StateView state, Kinds kinds, Side origin) {
    this.state = state;
    this.kinds = kinds;
    this.origin = origin;
  }

  /** Includes {@code root} and all that belongs to it. */
  void follow(ObjectId root) throws BatchRefusedException {
    enqueue(root);
    while (!toFollow.isEmpty()) {
      ObjectId next = toFollow.remove();
      StateObject object = state.find(next).orElseThrow();
      include(object);
      followTargets(object);
      followChildren(next);
    }
  }

  Collection<Document> documents() {
    return Collections.unmodifiableCollection(included.values());
  }

  /** What the included objects refer to beyond themselves. */
  SortedSet<ObjectId> required() throws BatchRefusedException {
    var required = new TreeSet<ObjectId>();
    for (Document document : included.values()) {
      for (Reference reference : WholeBatch.references(document, kinds)) {
        if (!included.containsKey(reference.target())) {
          target(document.id(), reference);
          required.add(reference.target());
        }
      }
    }
    return required;
  }

  /** Refuses an object that refers to something that is not in the state. */
  void checkTargets(StateObject object) throws BatchRefusedException {
    for (Reference reference : WholeBatch.references(masked(object), kinds)) {
      target(object.id(), reference);
    }
  }

  Kind kindOf(StateObject object) throws BatchRefusedException {
    return kinds
        .kind(object.kind())
        .orElseThrow(
            () ->
                new BatchRefusedException(
                    Reason.UNKNOWN_KIND, object.id(), object.id() + " is of an unknown kind"));
  }

  private void followTargets(StateObject object) throws BatchRefusedException {
    for (Reference reference : WholeBatch.references(included.get(object.id()), kinds)) {
      StateObject target = target(object.id(), reference);
      if (!mayLeave(target)) {
        continue;
      }
      if (reference.tie() == Tie.CLOSURE) {
        enqueue(target.id());
      } else if (reference.tie() == Tie.MEMBER) {
        include(target);
      }
    }
  }

  private void followChildren(ObjectId parent) throws BatchRefusedException {
    for (ObjectId id : new TreeSet<>(state.referencing(parent))) {
      StateObject child = state.find(id).orElseThrow();
      if (mayLeave(child) && Ownership.parents(child, kindOf(child)).contains(parent)) {
        enqueue(id);
      }
    }
  }

  private void enqueue(ObjectId id) {
    if (followed.add(id)) {
      toFollow.add(id);
    }
  }

  private void include(StateObject object) throws BatchRefusedException {
    if (included.containsKey(object.id())) {
      return;
    }
    if (included.size() == Batch.MOST_ITEMS) {
      throw new BatchRefusedException(
          Reason.TOO_LARGE, object.id(), "a batch has at most " + Batch.MOST_ITEMS + " objects");
    }
    included.put(object.id(), masked(object));
  }

  private Document masked(StateObject object) throws BatchRefusedException {
    return SharedForm.of(object, kindOf(object), state.releases(object.id()));
  }

  private boolean mayLeave(StateObject object) throws BatchRefusedException {
    return kindOf(object).flow().allowsFrom(origin);
  }

  private StateObject target(ObjectId from, Reference reference) throws BatchRefusedException {
    return state.find(reference.target()).orElseThrow(() -> WholeBatch.missing(from, reference));
  }
}
