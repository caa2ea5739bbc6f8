package dev.sluice.cli.view;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Style;
import dev.sluice.cli.console.StyledText;
import dev.sluice.cli.console.Table;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Batches in columns, a table for each way they travel. */
public final class BatchTable {
  private BatchTable() {}

  public static void print(Printer out, List<Row> rows, Names names) {
    Map<String, List<Row>> ways = new LinkedHashMap<>();
    rows.forEach(
        row ->
            ways.computeIfAbsent(BatchWords.route(row.batch()).toString(), way -> new ArrayList<>())
                .add(row));
    ways.values().forEach(way -> printWay(out, way, names));
  }

  private static void printWay(Printer out, List<Row> rows, Names names) {
    ListedBatch first = rows.get(0).batch();
    out.print(StyledText.of(Style.BOLD, BatchWords.route(first)));
    boolean leaves = first.direction() == Direction.OUT;
    Table table =
        leaves
            ? Table.headed("", "ID", "TYPE", "WHAT", "BY", "STATUS", "PRIVATE", "DECISION")
            : Table.headed("", "ID", "TYPE", "WHAT", "BY", "STATUS", "DECISION");
    rows.forEach(row -> table.row(cells(row, names, leaves).toArray(SafeText[]::new)));
    out.print(table);
  }

  private static List<SafeText> cells(Row row, Names names, boolean leaves) {
    ListedBatch batch = row.batch();
    var cells = new ArrayList<SafeText>();
    cells.add(SafeText.sentence("  {}", row.label()));
    cells.add(SafeText.of(names.of(batch.root())));
    cells.add(SafeText.of(batch.kind().name()));
    cells.add(BatchWords.title(batch.title()));
    cells.add(SafeText.of(batch.owner()));
    cells.add(SafeText.of(batch.status().toString()));
    if (leaves) {
      cells.add(BatchWords.privateItems(batch));
    }
    cells.add(BatchWords.decision(batch));
    return cells;
  }
}
