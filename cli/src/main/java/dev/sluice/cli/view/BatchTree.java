package dev.sluice.cli.view;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.drawing.BatchOutline.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Batches with their objects, and below each the batches that it needs. */
public final class BatchTree {
  private static final String INDENT = "    ";

  private final Listing listing;
  private final Kinds kinds;
  private final Set<ListedBatch> told = new HashSet<>();
  private final List<Line> lines = new ArrayList<>();

  private BatchTree(Listing listing, Kinds kinds) {
    this.listing = listing;
    this.kinds = kinds;
  }

  /** A tree for each of {@code rows} that no other of them needs, then for what is left. */
  public static List<Line> lines(List<Row> rows, Listing listing, Kinds kinds) {
    var tree = new BatchTree(listing, kinds);
    for (Row row : rows) {
      if (rows.stream().noneMatch(other -> other.batch().needs(row.batch()))) {
        tree.add(row.batch(), 0);
      }
    }
    rows.stream()
        .map(Row::batch)
        .filter(batch -> !tree.told.contains(batch))
        .forEach(batch -> tree.add(batch, 0));
    return List.copyOf(tree.lines);
  }

  /** Prints the same. */
  public static void print(Printer out, List<Row> rows, Listing listing, Kinds kinds) {
    for (Line line : lines(rows, listing, kinds)) {
      String indent = INDENT.repeat(line.depth()) + (line.standing().isPresent() ? "" : "  ");
      out.print(SafeText.literal(indent).plus(line.text()));
    }
  }

  private void add(ListedBatch batch, int depth) {
    boolean again = !told.add(batch);
    SafeText text =
        SafeText.sentence(
            "{}   {}, {}{}",
            BatchWords.name(batch, listing.names()),
            batch.status(),
            batch.standing(),
            again ? ", as above" : "");
    lines.add(new Line(depth, Optional.of(batch.standing()), text));
    if (!again) {
      batch.whole().documents().stream()
          .filter(document -> !document.id().equals(batch.root()))
          .forEach(document -> add(document, depth));
      batch.batch().required().forEach(id -> addNeed(batch, id, depth));
    }
  }

  private void add(Document document, int depth) {
    addBelow(
        depth,
        SafeText.sentence(
            "with  {} {}  {}",
            document.kind(),
            listing.names().of(document.id()),
            BatchWords.title(ListedBatch.titleOf(document, kinds))));
  }

  private void addBelow(int depth, SafeText text) {
    lines.add(new Line(depth, Optional.empty(), text));
  }

  private void addNeed(ListedBatch batch, ObjectId id, int depth) {
    Optional<ListedBatch> waiting = waiting(batch, id);
    SafeText where =
        waiting.isPresent()
            ? SafeText.literal("below")
            : SafeText.literal(listing.isHere(id) ? "here already" : "missing");
    addBelow(depth, SafeText.sentence("needs {}  {}", listing.names().of(id), where));
    waiting.ifPresent(needed -> add(needed, depth + 1));
  }

  /** The batch that would bring a needed object. */
  private Optional<ListedBatch> waiting(ListedBatch batch, ObjectId id) {
    return listing.beside(batch).stream()
        .filter(other -> !other.equals(batch) && other.objects().contains(id))
        .findFirst();
  }
}
