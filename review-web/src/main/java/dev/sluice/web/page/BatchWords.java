package dev.sluice.web.page;

import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short descriptions of batches. */
final class BatchWords {
  private BatchWords() {}

  /** Direction and peer. */
  static Marked route(ListedBatch batch) {
    return Marked.of(
        batch.direction() == Direction.IN
            ? SafeText.sentence("incoming from {}", batch.peer())
            : SafeText.sentence("outgoing to {}", batch.peer()));
  }

  /** What was decided about it and by whom. */
  static Marked decision(ListedBatch batch) {
    if (batch.standing() == Standing.UNDECIDED || batch.decision().isEmpty()) {
      return Marked.of(SafeText.literal("none yet"));
    }
    return Marked.of(SafeText.sentence("{} by {}", batch.standing(), batch.decision().get().by()));
  }

  /** How many lines it adds and takes away. */
  static String lines(ListedBatch batch) {
    long added = count(batch, LineDiff.Mark.ADDED);
    long removed = count(batch, LineDiff.Mark.REMOVED);
    return added + removed == 0 ? "" : "+" + added + " −" + removed;
  }

  private static long count(ListedBatch batch, LineDiff.Mark mark) {
    return batch.diff().objects().stream()
        .flatMap(object -> object.parts().stream())
        .flatMap(part -> part.shownHunks().stream())
        .flatMap(hunk -> hunk.lines().stream())
        .filter(line -> line.mark() == mark)
        .count();
  }

  /** What is private in it. */
  static String privateItems(ListedBatch batch) {
    return Stream.of(PrivateItem.State.SHARED, PrivateItem.State.WITHHELD, PrivateItem.State.SENT)
        .filter(state -> batch.privateItems(state) > 0)
        .map(state -> batch.privateItems(state) + " " + state)
        .collect(Collectors.joining(", "));
  }

  /** Name of an item without the word for its sort. */
  static String item(PrivateItem item) {
    return item.item().substring(item.item().indexOf(':') + 1);
  }
}
