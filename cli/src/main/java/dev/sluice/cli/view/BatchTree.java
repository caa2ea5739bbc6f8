package dev.sluice.cli.view;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;
import dev.sluice.state.text.SafeText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Batches with their objects, and below each the batches that it needs. */
public final class BatchTree {
  private static final String INDENT = "    ";

  private final Printer out;
  private final Listing listing;
  private final Kinds kinds;
  private final Set<ListedBatch> printed = new HashSet<>();

  public BatchTree(Printer out, Listing listing, Kinds kinds) {
    this.out = out;
    this.listing = listing;
    this.kinds = kinds;
  }

  /** Prints a tree for each of {@code rows} that no other of them needs, then for what is left. */
  public void print(List<Row> rows) {
    for (Row row : rows) {
      if (rows.stream().noneMatch(other -> other.batch().needs(row.batch()))) {
        print(row.batch(), "");
      }
    }
    rows.stream()
        .map(Row::batch)
        .filter(batch -> !printed.contains(batch))
        .forEach(batch -> print(batch, ""));
  }

  private void print(ListedBatch batch, String indent) {
    boolean again = !printed.add(batch);
    out.print(
        SafeText.literal(indent)
            .plus(
                SafeText.sentence(
                    "{}   {}, {}{}",
                    BatchWords.name(batch, listing.names()),
                    batch.status(),
                    batch.standing(),
                    again ? ", as above" : "")));
    if (!again) {
      batch.whole().documents().stream()
          .filter(document -> !document.id().equals(batch.root()))
          .forEach(document -> print(document, indent));
      batch.batch().required().forEach(id -> printNeed(batch, id, indent));
    }
  }

  private void print(Document document, String indent) {
    out.print(
        SafeText.literal(indent + "  with  ")
            .plus(
                SafeText.sentence(
                    "{} {}  {}",
                    document.kind(),
                    listing.names().of(document.id()),
                    BatchWords.title(ListedBatch.titleOf(document, kinds)))));
  }

  private void printNeed(ListedBatch batch, ObjectId id, String indent) {
    Optional<ListedBatch> waiting = waiting(batch, id);
    SafeText where =
        waiting.isPresent()
            ? SafeText.literal("below")
            : SafeText.literal(listing.isHere(id) ? "here already" : "missing");
    out.print(
        SafeText.literal(indent + "  needs ")
            .plus(SafeText.sentence("{}  {}", listing.names().of(id), where)));
    waiting.ifPresent(needed -> print(needed, indent + INDENT));
  }

  /** The batch that would bring a needed object. */
  private Optional<ListedBatch> waiting(ListedBatch batch, ObjectId id) {
    return listing.beside(batch).stream()
        .filter(other -> !other.equals(batch) && other.objects().contains(id))
        .findFirst();
  }
}
