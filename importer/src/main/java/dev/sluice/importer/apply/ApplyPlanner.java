package dev.sluice.importer.apply;

import dev.sluice.importer.review.ReviewedBundle;
import dev.sluice.importer.review.ReviewedBundle.Fate;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateView;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The only way from a {@link ReviewedBundle} to an {@link ApplyPlan}. */
public final class ApplyPlanner {
  private final ApplyOrder order;

  private ApplyPlanner(ApplyOrder order) {
    this.order = order;
  }

  /** Plans on the state that the bundle was staged against. */
  public static ApplyPlan plan(ReviewedBundle reviewed, StateView state) {
    List<StagedBatch> approved = reviewed.with(Fate.APPLY);
    List<StagedBatch> waiting = reviewed.with(Fate.WAIT);
    List<StagedBatch> candidates =
        approved.stream()
            .filter(batch -> batch.listed().status() != Status.SAME && !collides(batch))
            .toList();
    var planner = new ApplyPlanner(ApplyOrder.of(candidates, state));
    var lots =
        new ApplyPlan.Lots(
            planner.order.taken(),
            Stream.concat(approved.stream(), waiting.stream()).filter(planner::isSettled).toList(),
            reviewed.with(Fate.REJECT),
            approved.stream()
                .filter(batch -> collides(batch) || planner.order.isContradicted(batch))
                .toList(),
            planner.order.blocked(),
            waiting.stream().filter(batch -> !planner.isSettled(batch)).toList());
    return new ApplyPlan(reviewed.staged().peer(), reviewed.staged().sequence(), lots);
  }

  private static boolean collides(StagedBatch batch) {
    return batch.listed().status() == Status.CONFLICT && batch.listed().take().isEmpty();
  }

  /** Whether a batch says only what is here already, or will be once the plan is carried out. */
  private boolean isSettled(StagedBatch batch) {
    if (order.isTaken(batch) || order.isContradicted(batch)) {
      return false;
    }
    Set<ObjectId> changed =
        batch.listed().diff().objects().stream()
            .filter(object -> object.status() != Status.SAME)
            .map(ObjectDiff::id)
            .collect(Collectors.toSet());
    return batch.listed().whole().documents().stream()
        .filter(document -> changed.contains(document.id()))
        .allMatch(order::brings);
  }
}
