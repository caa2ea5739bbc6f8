package dev.sluice.cli.view;

import dev.sluice.exporter.Outgoing;
import dev.sluice.importer.stage.CustodyException;
import dev.sluice.importer.stage.Stager;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.BatchRefusedException;
import dev.sluice.state.diff.PartContent;
import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All batches of one moment that somebody may decide on, of all peers and both directions. */
public final class Listing {
  /**
   * A batch and its number, which no filter changes: batches that are shown by default come first,
   * and of them those that came in.
   */
  public record Row(int number, ListedBatch batch) {
    /** What a person types for it, for instance {@code b2}. */
    public String label() {
      return "b" + number;
    }
  }

  /** A root that cannot be put into a batch for {@code peer}. */
  public record Broken(String peer, ObjectId root, BatchRefusedException problem) {}

  private final List<Row> rows;
  private final List<Broken> broken;
  private final Names names;
  private final Set<ObjectId> here;

  private Listing(List<Row> rows, List<Broken> broken, Names names, Set<ObjectId> here) {
    this.rows = List.copyOf(rows);
    this.broken = List.copyOf(broken);
    this.names = names;
    this.here = Set.copyOf(here);
  }

  /**
   * Lists what waits in {@code view} and what could leave it.
   *
   * @param scope which outgoing batches
   * @param content the bytes of parts, for the diffs
   * @param shorten gives the short form of an id
   */
  public static Listing of(
      StoreView view,
      Kinds kinds,
      PartContent content,
      Function<ObjectId, String> shorten,
      Outgoing.Scope scope)
      throws IOException, CustodyException {
    var batches = new ArrayList<ListedBatch>();
    var broken = new ArrayList<Broken>();
    for (Peer peer : view.peers()) {
      batches.addAll(new Stager(kinds, content).stage(view, peer.name()).listed());
    }
    for (Peer peer : view.peers()) {
      Outgoing.Listing outgoing = new Outgoing(kinds, content).list(view, peer.name(), scope);
      batches.addAll(outgoing.batches());
      outgoing
          .broken()
          .forEach(one -> broken.add(new Broken(peer.name(), one.root(), one.problem())));
    }
    Set<ObjectId> ids = ids(batches, broken);
    var here = new HashSet<>(ids);
    here.removeIf(id -> view.find(id).filter(object -> !object.isRemoved()).isEmpty());
    return new Listing(numbered(batches), broken, Names.of(ids, shorten), here);
  }

  private static Set<ObjectId> ids(List<ListedBatch> batches, List<Broken> broken) {
    var ids = new HashSet<ObjectId>();
    for (ListedBatch batch : batches) {
      ids.addAll(batch.objects());
      ids.addAll(batch.batch().required());
    }
    broken.forEach(one -> ids.add(one.root()));
    return ids;
  }

  private static List<Row> numbered(List<ListedBatch> batches) {
    Set<ListedBatch> shown = Set.copyOf(BatchFilter.DEFAULT.select(batches).batches());
    var ordered = new ArrayList<>(batches);
    ordered.sort(Comparator.comparing(batch -> !shown.contains(batch)));
    var rows = new ArrayList<Row>();
    ordered.forEach(batch -> rows.add(new Row(rows.size() + 1, batch)));
    return rows;
  }

  /** All batches, by number. */
  public List<Row> rows() {
    return rows;
  }

  /** The batches of one direction, or of both. */
  public List<Row> rows(Optional<Direction> direction) {
    return rows.stream()
        .filter(row -> direction.map(row.batch().direction()::equals).orElse(true))
        .toList();
  }

  /** The batches that {@code filter} shows. */
  public List<Row> rows(Optional<Direction> direction, BatchFilter filter) {
    return rows(direction).stream()
        .filter(row -> !filter.select(List.of(row.batch())).batches().isEmpty())
        .toList();
  }

  public List<Broken> broken() {
    return broken;
  }

  public Names names() {
    return names;
  }

  /** Whether an object that a batch holds or needs is in this side's state. */
  public boolean isHere(ObjectId id) {
    return here.contains(id);
  }

  /**
   * The batches that {@code typed}, a row number or the beginning of a root's id, may mean. Batches
   * that change nothing count only where no other does.
   */
  public List<Row> matching(String typed, Optional<Direction> direction) {
    List<Row> all =
        rows(direction).stream()
            .filter(
                row ->
                    row.label().equals(typed)
                        || (!typed.isEmpty() && row.batch().root().text().startsWith(typed)))
            .toList();
    List<Row> changing = all.stream().filter(row -> row.batch().status() != Status.SAME).toList();
    return changing.isEmpty() ? all : changing;
  }

  /** The batches of the same peer and direction as {@code batch}, itself included. */
  public List<ListedBatch> beside(ListedBatch batch) {
    return rows.stream()
        .map(Row::batch)
        .filter(
            other -> other.direction() == batch.direction() && other.peer().equals(batch.peer()))
        .toList();
  }

  /** The batch that was listed as {@code shown}, if it still holds the same. */
  public Optional<Row> same(ListedBatch shown) {
    return rows.stream().filter(row -> isSame(row.batch(), shown)).findFirst();
  }

  private static boolean isSame(ListedBatch now, ListedBatch shown) {
    return now.direction() == shown.direction()
        && now.peer().equals(shown.peer())
        && now.root().equals(shown.root())
        && now.id().equals(shown.id());
  }

  /** The row of {@code batch}. */
  public Row row(ListedBatch batch) {
    return rows.stream().filter(row -> row.batch().equals(batch)).findFirst().orElseThrow();
  }
}
