package dev.sluice.state.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which batches a decision on one batch takes along. */
public final class Cascade {
  private Cascade() {}

  /** {@code start} and all batches of {@code all} that need it, directly or through others. */
  public static List<ListedBatch> dependents(ListedBatch start, List<ListedBatch> all) {
    return closure(start, all, (candidate, known) -> candidate.needs(known));
  }

  /** {@code start} and all batches of {@code all} that it needs, directly or through others. */
  public static List<ListedBatch> dependencies(ListedBatch start, List<ListedBatch> all) {
    return closure(start, all, (candidate, known) -> known.needs(candidate));
  }

  private static List<ListedBatch> closure(
      ListedBatch start, List<ListedBatch> all, BiPredicate<ListedBatch, ListedBatch> joins) {
    Set<ListedBatch> closed = new LinkedHashSet<>(List.of(start));
    var waiting = new ArrayList<>(List.of(start));
    while (!waiting.isEmpty()) {
      ListedBatch known = waiting.remove(waiting.size() - 1);
      for (ListedBatch candidate : all) {
        if (!closed.contains(candidate) && joins.test(candidate, known)) {
          closed.add(candidate);
          waiting.add(candidate);
        }
      }
    }
    return List.copyOf(closed);
  }
}
