package dev.sluice.importer.apply;

import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateView;
import dev.sluice.state.VersionVector.Order;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.Take;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of approved batches: each after all that it needs. One pass over batches and what they
 * need; what is not reached needs something that does not come.
 */
final class ApplyOrder {
  private final StateView state;
  private final List<StagedBatch> taken = new ArrayList<>();
  private final Set<StagedBatch> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<StagedBatch> contradicted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<ApplyPlan.Blocked> blocked = new ArrayList<>();
  private final Map<ObjectId, List<Document>> arriving = new HashMap<>();
  private final Map<ObjectId, Take> resolved = new HashMap<>();
  private final Map<ObjectId, List<StagedBatch>> waitingFor = new HashMap<>();
  private final IdentityHashMap<StagedBatch, Integer> lacking = new IdentityHashMap<>();

  private ApplyOrder(StateView state) {
    this.state = state;
  }

  static ApplyOrder of(List<StagedBatch> candidates, StateView state) {
    var order = new ApplyOrder(state);
    order.run(candidates);
    return order;
  }

  private void run(List<StagedBatch> candidates) {
    Deque<StagedBatch> ready = new ArrayDeque<>();
    for (StagedBatch batch : candidates) {
      List<ObjectId> missing = missing(batch);
      missing.forEach(id -> waitingFor.computeIfAbsent(id, none -> new ArrayList<>()).add(batch));
      lacking.put(batch, missing.size());
      if (missing.isEmpty()) {
        ready.add(batch);
      }
    }
    while (!ready.isEmpty()) {
      StagedBatch batch = ready.remove();
      if (contradicts(batch)) {
        contradicted.add(batch);
      } else {
        take(batch, ready);
      }
    }
    for (StagedBatch batch : candidates) {
      if (!known.contains(batch) && !contradicted.contains(batch)) {
        blocked.add(new ApplyPlan.Blocked(batch, missing(batch)));
      }
    }
  }

  private void take(StagedBatch batch, Deque<StagedBatch> ready) {
    taken.add(batch);
    known.add(batch);
    batch.listed().take().ifPresent(take -> conflicts(batch).forEach(id -> resolved.put(id, take)));
    for (Document document : batch.listed().whole().documents()) {
      arriving.computeIfAbsent(document.id(), none -> new ArrayList<>()).add(document);
      List<StagedBatch> waiting = waitingFor.remove(document.id());
      if (waiting != null) {
        waiting.stream()
            .filter(next -> lacking.merge(next, -1, Integer::sum) == 0)
            .forEach(ready::add);
      }
    }
  }

  private List<ObjectId> missing(StagedBatch batch) {
    return batch.listed().batch().required().stream()
        .filter(id -> !arriving.containsKey(id) && !isHere(id))
        .toList();
  }

  private boolean isHere(ObjectId id) {
    return state.find(id).filter(object -> !object.isRemoved()).isPresent();
  }

  /**
   * Whether a batch that goes first resolves the same conflict the other way, or says of an object
   * what this one says otherwise, neither having seen the other.
   */
  private boolean contradicts(StagedBatch batch) {
    Optional<Take> take = batch.listed().take();
    boolean otherwise =
        take.isPresent()
            && conflicts(batch).anyMatch(id -> resolved.getOrDefault(id, take.get()) != take.get());
    if (otherwise) {
      return true;
    }
    Set<ObjectId> decided = conflicts(batch).collect(Collectors.toSet());
    return batch.listed().whole().documents().stream()
        .filter(document -> !decided.contains(document.id()))
        .anyMatch(this::isConcurrent);
  }

  private boolean isConcurrent(Document document) {
    return arriving.getOrDefault(document.id(), List.of()).stream()
        .anyMatch(
            other ->
                !other.sameContentAs(document)
                    && other.vector().compareWith(document.vector()) == Order.CONCURRENT);
  }

  private static Stream<ObjectId> conflicts(StagedBatch batch) {
    return batch.listed().diff().objects().stream()
        .filter(object -> object.status() == Status.CONFLICT)
        .map(ObjectDiff::id);
  }

  /** What is applied, in order. */
  List<StagedBatch> taken() {
    return taken;
  }

  boolean isTaken(StagedBatch batch) {
    return known.contains(batch);
  }

  /** Whether it has all it needs and cannot be applied together with what goes first. */
  boolean isContradicted(StagedBatch batch) {
    return contradicted.contains(batch);
  }

  /** What needs something that is neither here nor taken. */
  List<ApplyPlan.Blocked> blocked() {
    return blocked;
  }

  /** Whether exactly this version of an object is among what is taken. */
  boolean brings(Document document) {
    return arriving.getOrDefault(document.id(), List.of()).contains(document);
  }
}
