package dev.sluice.importer.apply;

import dev.sluice.importer.review.ReviewedBundle;
import dev.sluice.importer.review.ReviewedBundle.Fate;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateView;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.Take;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The only way from a {@link ReviewedBundle} to an {@link ApplyPlan}. */
public final class ApplyPlanner {
  private final StateView state;
  private final Set<ObjectId> arriving = new HashSet<>();
  private final Set<Document> arrivingDocuments = new HashSet<>();
  private final Map<ObjectId, Take> resolved = new HashMap<>();
  private final List<StagedBatch> ordered = new ArrayList<>();
  private final Set<StagedBatch> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private ApplyPlanner(StateView state) {
    this.state = state;
  }

  /** Plans on the state that the bundle was staged against. */
  public static ApplyPlan plan(ReviewedBundle reviewed, StateView state) {
    List<StagedBatch> approved = reviewed.with(Fate.APPLY);
    List<StagedBatch> waiting = reviewed.with(Fate.WAIT);
    var planner = new ApplyPlanner(state);
    List<StagedBatch> unordered =
        planner.order(
            approved.stream()
                .filter(batch -> !has(batch, Status.SAME) && !collides(batch))
                .toList());
    var lots =
        new ApplyPlan.Lots(
            planner.ordered,
            Stream.concat(approved.stream(), waiting.stream())
                .filter(planner::saysNothingMore)
                .toList(),
            reviewed.with(Fate.REJECT),
            approved.stream()
                .filter(batch -> collides(batch) || planner.contradicts(batch))
                .toList(),
            unordered.stream()
                .filter(batch -> !planner.contradicts(batch))
                .map(planner::blocked)
                .toList(),
            waiting.stream().filter(batch -> !planner.saysNothingMore(batch)).toList());
    return new ApplyPlan(reviewed.staged().peer(), reviewed.staged().sequence(), lots);
  }

  private static boolean has(StagedBatch batch, Status status) {
    return batch.listed().status() == status;
  }

  private static boolean collides(StagedBatch batch) {
    return has(batch, Status.CONFLICT) && batch.listed().take().isEmpty();
  }

  /** Whether a batch that goes first resolves the same conflict the other way. */
  private boolean contradicts(StagedBatch batch) {
    Optional<Take> take = batch.listed().take();
    return take.isPresent()
        && conflicts(batch).anyMatch(id -> resolved.getOrDefault(id, take.get()) != take.get());
  }

  private static Stream<ObjectId> conflicts(StagedBatch batch) {
    return batch.listed().diff().objects().stream()
        .filter(object -> object.status() == Status.CONFLICT)
        .map(ObjectDiff::id);
  }

  /** Takes what has all it needs, again and again, until nothing more does; returns the rest. */
  private List<StagedBatch> order(List<StagedBatch> candidates) {
    var left = new ArrayList<>(candidates);
    boolean took;
    do {
      took = left.removeIf(this::takeIfComplete);
    } while (took);
    return left;
  }

  private boolean takeIfComplete(StagedBatch candidate) {
    if (!missing(candidate).isEmpty() || contradicts(candidate)) {
      return false;
    }
    ordered.add(candidate);
    taken.add(candidate);
    candidate
        .listed()
        .take()
        .ifPresent(take -> conflicts(candidate).forEach(id -> resolved.put(id, take)));
    arriving.addAll(candidate.listed().objects());
    arrivingDocuments.addAll(candidate.listed().whole().documents());
    return true;
  }

  /** Whether a batch says only what is here already, or will be once the plan is carried out. */
  private boolean saysNothingMore(StagedBatch batch) {
    if (taken.contains(batch)) {
      return false;
    }
    Set<ObjectId> changed =
        batch.listed().diff().objects().stream()
            .filter(object -> object.status() != Status.SAME)
            .map(ObjectDiff::id)
            .collect(Collectors.toSet());
    return batch.listed().whole().documents().stream()
        .filter(document -> changed.contains(document.id()))
        .allMatch(arrivingDocuments::contains);
  }

  private List<ObjectId> missing(StagedBatch batch) {
    return batch.listed().batch().required().stream()
        .filter(id -> !arriving.contains(id) && !isHere(id))
        .toList();
  }

  private boolean isHere(ObjectId id) {
    return state.find(id).filter(object -> !object.isRemoved()).isPresent();
  }

  private ApplyPlan.Blocked blocked(StagedBatch batch) {
    return new ApplyPlan.Blocked(batch, missing(batch));
  }
}
