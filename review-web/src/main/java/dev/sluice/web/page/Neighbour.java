package dev.sluice.web.page;

import dev.sluice.state.ObjectId;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.web.desk.Board;
import java.util.List;
import java.util.Optional;

/**
 * A batch or object that another batch needs, or that needs it.
 *
 * @param path its page; empty for none
 * @param name what people call it
 * @param standing what was decided about it, or where it is
 */
record Neighbour(String path, Marked name, String standing) {
  static Neighbour of(Board board, ListedBatch batch) {
    return new Neighbour(
        BatchAddress.of(batch).path(),
        Marked.title(
            batch.kind().name() + " " + board.names().apply(batch.root()) + " " + batch.title()),
        batch.standing().toString());
  }

  static List<Neighbour> of(Board board, List<ListedBatch> batches) {
    return batches.stream().map(batch -> of(board, batch)).toList();
  }

  /** Everything that {@code batch} needs: a batch beside it, an object that is here, or a gap. */
  static List<Neighbour> neededFor(Board board, ListedBatch batch) {
    return batch.batch().required().stream().map(id -> needed(board, batch, id)).toList();
  }

  private static Neighbour needed(Board board, ListedBatch batch, ObjectId id) {
    boolean here = board.here().test(id);
    Optional<ListedBatch> bringing =
        board.beside(batch).stream()
            .filter(other -> !other.equals(batch) && other.objects().contains(id))
            .filter(other -> other.root().equals(id) || !here)
            .findFirst();
    return bringing
        .map(other -> of(board, other))
        .orElseGet(
            () ->
                new Neighbour(
                    "", Marked.of(board.names().apply(id)), here ? "here already" : "missing"));
  }
}
