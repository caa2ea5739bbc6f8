package dev.sluice.state.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What comes back into a list together with an ignored batch that has changed. */
public final class Revival {
  private Revival() {}

  /**
   * The same batches in their order, with every ignored one undecided that a revived one needs,
   * directly or through others. Nothing is recorded: once the revived batch is decided on, the old
   * word on what it needs holds again.
   */
  public static List<ListedBatch> of(List<ListedBatch> batches) {
    Set<ListedBatch> needed = new HashSet<>();
    for (ListedBatch batch : batches) {
      if (batch.standing() == Standing.REVIVED) {
        needed.addAll(Cascade.dependencies(batch, batches));
      }
    }
    return batches.stream().map(batch -> needed.contains(batch) ? back(batch) : batch).toList();
  }

  private static ListedBatch back(ListedBatch batch) {
    return batch.standing() == Standing.IGNORED ? batch.standing(Standing.UNDECIDED) : batch;
  }
}
