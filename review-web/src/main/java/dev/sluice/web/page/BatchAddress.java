package dev.sluice.web.page;

import dev.sluice.state.ObjectId;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Direction;
import java.util.List;
import java.util.Optional;

/**
 * Which batch a page is about.
 *
 * @param direction whether it came in
 * @param peer the other site
 * @param root the object that the batch exists for
 */
public record BatchAddress(Direction direction, String peer, ObjectId root) {
  private static final String IN = "in";
  private static final String OUT = "out";

  /** Where the page of {@code batch} is. */
  public static BatchAddress of(ListedBatch batch) {
    return new BatchAddress(batch.direction(), batch.peer(), batch.root());
  }

  /** Reads the three segments of a path that name a batch; empty if they name none. */
  public static Optional<BatchAddress> parse(List<String> segments) {
    String way = segments.get(0);
    if (!way.equals(IN) && !way.equals(OUT)) {
      return Optional.empty();
    }
    try {
      Direction direction = way.equals(IN) ? Direction.IN : Direction.OUT;
      ObjectId root = new ObjectId(segments.get(2));
      return Optional.of(new BatchAddress(direction, segments.get(1), root));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Where its page is. */
  public String path() {
    return "/batch/" + (direction == Direction.IN ? IN : OUT) + "/" + peer + "/" + root.text();
  }
}
