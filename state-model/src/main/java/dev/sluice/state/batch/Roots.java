package dev.sluice.state.batch;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.kind.Tie;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The walk of {@link BatchPlanner} backwards: which batches a write has touched. */
public final class Roots {
  private final StateView state;
  private final Kinds kinds;
  private final Set<ObjectId> climbed = new HashSet<>();
  private final Deque<ObjectId> toClimb = new ArrayDeque<>();
  private final SortedSet<ObjectId> roots = new TreeSet<>();

  private Roots(StateView state, Kinds kinds) {
    this.state = state;
    this.kinds = kinds;
  }

  /**
   * The roots whose batches hold any of {@code changed}, whichever way they travel; what is not
   * there has none.
   *
   * <p>An object whose parent is not there counts as a root, so that planning it says what is
   * missing.
   */
  public static SortedSet<ObjectId> of(StateView state, Kinds kinds, List<ObjectId> changed) {
    var walk = new Roots(state, kinds);
    for (ObjectId id : changed) {
      if (state.find(id).isPresent()) {
        walk.toClimb.add(id);
        walk.addReferrers(id, Tie.MEMBER);
      }
    }
    walk.climb();
    return walk.roots;
  }

  /** Goes up from objects that are in a batch together with what belongs to them. */
  private void climb() {
    while (!toClimb.isEmpty()) {
      ObjectId id = toClimb.remove();
      Optional<StateObject> object = state.find(id);
      Optional<Kind> kind = object.flatMap(this::kindOf);
      if (kind.isPresent() && climbed.add(id)) {
        climb(object.get(), kind.get());
      }
    }
  }

  private void climb(StateObject object, Kind kind) {
    Set<ObjectId> parents = Ownership.parents(object, kind);
    boolean orphan = parents.stream().anyMatch(parent -> state.find(parent).isEmpty());
    if (orphan || Ownership.hasOwnBatch(object, kind)) {
      roots.add(object.id());
    }
    toClimb.addAll(parents);
    addReferrers(object.id(), Tie.CLOSURE);
  }

  private void addReferrers(ObjectId target, Tie tie) {
    for (ObjectId referrer : state.referencing(target)) {
      Optional<StateObject> object = state.find(referrer);
      Optional<Kind> kind = object.flatMap(this::kindOf);
      if (kind.isPresent() && Ownership.ties(object.get(), kind.get(), tie, target)) {
        toClimb.add(referrer);
      }
    }
  }

  private Optional<Kind> kindOf(StateObject object) {
    return kinds.kind(object.kind());
  }
}
