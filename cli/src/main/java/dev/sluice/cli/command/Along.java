package dev.sluice.cli.command;

import dev.sluice.state.review.Cascade;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Verdict;
import java.util.List;

/**
 * Which batches a verdict takes along: hiding one hides what needs it, showing it what it needs.
 */
final class Along {
  private Along() {}

  /**
   * The batches that {@code verdict} on {@code batch} takes along, without itself.
   *
   * @param beside the batches of the same peer and direction
   */
  static List<ListedBatch> with(Verdict verdict, ListedBatch batch, List<ListedBatch> beside) {
    List<ListedBatch> affected =
        switch (verdict) {
          case IGNORE -> where(Cascade.dependents(batch, beside), Ignored.NO);
          case UNIGNORE -> where(Cascade.dependencies(batch, beside), Ignored.YES);
          case APPROVE, REJECT, SKIP, RESET -> List.of();
        };
    return affected.stream().filter(other -> !other.equals(batch)).toList();
  }

  private enum Ignored {
    YES,
    NO
  }

  private static List<ListedBatch> where(List<ListedBatch> batches, Ignored wanted) {
    return batches.stream()
        .filter(batch -> (batch.standing() == Standing.IGNORED) == (wanted == Ignored.YES))
        .toList();
  }
}
