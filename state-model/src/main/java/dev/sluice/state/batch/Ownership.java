package dev.sluice.state.batch;

import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.kind.Tie;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose batch an object belongs into. */
final class Ownership {
  private Ownership() {}

  /** Whether {@code object} is a root: a tombstone always, a live object if its kind says so. */
  static boolean hasOwnBatch(StateObject object, Kind kind) {
    return object.isRemoved()
        || (kind.role() != Kind.Role.MEMBER && parents(object, kind).isEmpty());
  }

  /** The objects whose batches take {@code object} in as a child. */
  static Set<ObjectId> parents(StateObject object, Kind kind) {
    return references(object, kind).stream()
        .filter(reference -> reference.tie() == Tie.CHILD)
        .map(Reference::target)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether {@code object} refers to {@code target} by {@code tie}. */
  static boolean ties(StateObject object, Kind kind, Tie tie, ObjectId target) {
    return references(object, kind).stream()
        .anyMatch(reference -> reference.tie() == tie && reference.target().equals(target));
  }

  /** A malformed reference ties to nothing; the planner reports it when it meets the object. */
  private static List<Reference> references(StateObject object, Kind kind) {
    try {
      return Reference.of(object.fields(), kind);
    } catch (NotCanonicalException e) {
      return List.of();
    }
  }
}
