package dev.sluice.state.batch;

import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.batch.BatchRefusedException.Reason;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import java.util.List;

/**
 * Puts the batch of one root together.
 *
 * <p>Planning is per root, so a root that cannot be planned never hides another one.
 */
public final class BatchPlanner {
  private BatchPlanner() {}

  /**
   * The batch of {@code root} as it would leave {@code origin} now.
   *
   * <p>In it are: the root; targets of closure and member references, the former with what belongs
   * to them; and children. What else an item refers to, or what may not leave, is required. A
   * removed object of any kind is its own root, since a tombstone refers to nothing.
   */
  public static WholeBatch plan(StateView state, Kinds kinds, Side origin, ObjectId root)
      throws BatchRefusedException {
    StateObject object = state.find(root).orElseThrow(() -> unknown(root));
    var closure = new Closure(state, kinds, origin);
    Kind kind = closure.kindOf(object);
    checkIsRoot(object, kind, closure);
    if (!kind.flow().allowsFrom(origin)) {
      throw new BatchRefusedException(
          Reason.WRONG_DIRECTION,
          root,
          root + " is of kind " + kind.name() + ", which does not leave the " + origin + " side");
    }
    closure.follow(root);
    List<Document> documents = ReferenceOrder.of(closure.documents(), kinds);
    List<BatchItem> items = documents.stream().map(BatchItem::of).toList();
    return WholeBatch.of(new Batch(root, kind.name(), items, closure.required()), documents, kinds);
  }

  private static void checkIsRoot(StateObject object, Kind kind, Closure closure)
      throws BatchRefusedException {
    if (Ownership.hasOwnBatch(object, kind)) {
      return;
    }
    closure.checkTargets(object);
    throw new BatchRefusedException(
        Reason.NOT_A_ROOT, object.id(), object.id() + " travels in the batches of other objects");
  }

  private static BatchRefusedException unknown(ObjectId root) {
    return new BatchRefusedException(Reason.UNKNOWN_ROOT, root, root + " is not in the state");
  }
}
