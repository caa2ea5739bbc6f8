package dev.sluice.cli.view;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;
import dev.sluice.state.text.SafeText;
import java.util.List;

/** Batches and what they need as a graph in the language of Graphviz. */
public final class BatchGraph {
  private final Printer out;
  private final Names names;
  private final Kinds kinds;

  public BatchGraph(Printer out, Names names, Kinds kinds) {
    this.out = out;
    this.names = names;
    this.kinds = kinds;
  }

  public void print(List<Row> rows) {
    out.print(SafeText.literal("digraph batches {"));
    out.print(SafeText.literal("  node [shape=box];"));
    rows.forEach(this::printCluster);
    rows.forEach(this::printNeeds);
    out.print(SafeText.literal("}"));
  }

  private void printCluster(Row row) {
    ListedBatch batch = row.batch();
    out.print(SafeText.sentence("  subgraph cluster_{} {", row.label()));
    out.print(SafeText.sentence("    label={};", quoted(BatchWords.name(batch, names).toString())));
    for (Document document : batch.whole().documents()) {
      String label =
          document.kind()
              + " "
              + names.of(document.id())
              + "  "
              + BatchWords.title(ListedBatch.titleOf(document, kinds));
      out.print(SafeText.sentence("    {} [label={}];", node(row, document.id()), quoted(label)));
    }
    out.print(SafeText.literal("  }"));
  }

  private void printNeeds(Row row) {
    for (ObjectId id : row.batch().batch().required()) {
      out.print(
          SafeText.sentence("  {} -> {};", node(row, row.batch().root()), quoted(names.of(id))));
    }
  }

  /** An object may be in several batches, and has a node in each; the root's is its id. */
  private String node(Row row, ObjectId id) {
    String name = names.of(id);
    return quoted(row.batch().root().equals(id) ? name : row.label() + " " + name);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
