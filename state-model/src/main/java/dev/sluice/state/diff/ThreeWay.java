package dev.sluice.state.diff;

import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.share.Document;
import java.util.Optional;

/**
 * The rule for one object that comes in.
 *
 * <ol>
 *   <li>Nothing here: new (and nothing to do for a removal).
 *   <li>Same content: same, whichever edits led there.
 *   <li>It has seen all edits made here: it takes their place.
 *   <li>The edits made here include all it has seen: nothing to do.
 *   <li>Otherwise neither has seen the other: conflict.
 * </ol>
 *
 * Content means what {@link ComparedForm} leaves of both.
 */
public final class ThreeWay {
  private ThreeWay() {}

  /** How {@code incoming} stands to the version in {@code state}. */
  public static Status status(StateView state, Document incoming, Kind kind) {
    Optional<StateObject> local = state.find(incoming.id());
    if (local.isEmpty()) {
      return incoming.isRemoved() ? Status.SAME : Status.NEW;
    }
    return status(local.get(), incoming, kind);
  }

  private static Status status(StateObject local, Document incoming, Kind kind) {
    if (ComparedForm.local(local, incoming, kind).equals(ComparedForm.incoming(incoming))) {
      return Status.SAME;
    }
    return switch (incoming.vector().compareWith(local.vector())) {
      case AFTER -> successor(local, incoming);
      case BEFORE, EQUAL -> Status.SAME;
      case CONCURRENT -> Status.CONFLICT;
    };
  }

  private static Status successor(StateObject local, Document incoming) {
    if (incoming.isRemoved()) {
      return Status.REMOVED;
    }
    return local.isRemoved() ? Status.NEW : Status.CHANGED;
  }
}
