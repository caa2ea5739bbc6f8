package dev.sluice.web.desk;

import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Everything that somebody may decide on, at one moment.
 *
 * @param site whose state it is
 * @param reviewer who decides
 * @param kinds the kinds of this site, its own among them
 * @param sequence audit sequence of that moment
 * @param batches those that came in, then those that would leave
 * @param broken what cannot be put into a batch, in words
 * @param here whether an object that a batch holds or needs is in this site's state
 * @param names short forms of ids
 */
public record Board(
    SiteIdentity site,
    String reviewer,
    Kinds kinds,
    long sequence,
    List<ListedBatch> batches,
    List<SafeText> broken,
    Predicate<ObjectId> here,
    Function<ObjectId, String> names) {
  public Board {
    batches = List.copyOf(batches);
    broken = List.copyOf(broken);
  }

  /** The batches of one direction. */
  public List<ListedBatch> batches(Direction direction) {
    return batches.stream().filter(batch -> batch.direction() == direction).toList();
  }

  /** The batches of the same peer and direction as {@code batch}, itself included. */
  public List<ListedBatch> beside(ListedBatch batch) {
    return batches.stream()
        .filter(
            other -> other.direction() == batch.direction() && other.peer().equals(batch.peer()))
        .toList();
  }

  /** The batch of this root, if there still is one. */
  public Optional<ListedBatch> find(Direction direction, String peer, ObjectId root) {
    return batches.stream()
        .filter(batch -> batch.direction() == direction)
        .filter(batch -> batch.peer().equals(peer) && batch.root().equals(root))
        .findFirst();
  }
}
