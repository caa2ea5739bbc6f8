package dev.sluice.cli.view;

import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Table;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.util.stream.Collectors;

/** One batch with its objects, its private items and what was decided. */
public final class BatchSheet {
  private BatchSheet() {}

  public static void print(Printer out, Row row, Names names, Kinds kinds) {
    ListedBatch batch = row.batch();
    out.print(facts(row, names));
    out.print(SafeText.EMPTY);
    out.print(objects(batch, names, kinds));
    if (!batch.privateItems().isEmpty()) {
      out.print(SafeText.EMPTY);
      out.print(privateItems(batch, names));
    }
  }

  private static Facts facts(Row row, Names names) {
    ListedBatch batch = row.batch();
    Facts facts =
        Facts.none()
            .and("batch", batch.root().text() + " (" + row.label() + ")")
            .and("type", batch.kind().name())
            .and("what", batch.title())
            .and("by", batch.owner())
            .and("way", BatchWords.route(batch).toString())
            .and("status", batch.status().toString())
            .and("content", batch.id().hex())
            .and("standing", batch.standing().toString());
    if (!batch.batch().required().isEmpty()) {
      facts =
          facts.and(
              "needs",
              batch.batch().required().stream().map(names::of).collect(Collectors.joining(", ")));
    }
    return facts.and(decision(batch));
  }

  private static Facts decision(ListedBatch batch) {
    return batch
        .decision()
        .map(
            said ->
                Facts.none()
                    .and("last said", said.verdict() + " by " + said.by() + " at " + said.at())
                    .and("reason", said.reason())
                    .and("note", said.note()))
        .orElse(Facts.none());
  }

  private static Table objects(ListedBatch batch, Names names, Kinds kinds) {
    Table table = Table.headed("ID", "TYPE", "STATUS", "WHAT");
    for (int i = 0; i < batch.diff().objects().size(); i++) {
      ObjectDiff object = batch.diff().objects().get(i);
      table.row(
          SafeText.of(names.of(object.id())),
          SafeText.of(object.kind()),
          SafeText.of(object.status().toString()),
          BatchWords.title(ListedBatch.titleOf(batch.whole().documents().get(i), kinds)));
    }
    return table;
  }

  private static Table privateItems(ListedBatch batch, Names names) {
    Table table = Table.headed("PRIVATE", "TYPE", "ITEM", "STATE", "BYTES");
    for (PrivateItem item : batch.privateItems()) {
      table.row(
          SafeText.of(names.of(item.object())),
          SafeText.of(item.kind()),
          SafeText.of(item.item()),
          SafeText.of(item.state().toString()),
          SafeText.of(item.bytes() < 0 ? "-" : Long.toString(item.bytes())));
    }
    return table;
  }
}
