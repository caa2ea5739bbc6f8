package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.Style;
import dev.sluice.cli.console.StyledText;
import dev.sluice.cli.console.Table;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** What an export would carry, for people and for programs. */
final class ExportLines {
  private ExportLines() {}

  /** Says what would leave, item by item. */
  static void print(Session session, String peer, ExportPlan plan) throws Exception {
    var out = session.console().out();
    out.print(
        SafeText.sentence(
            "Outgoing to {}: batches: {}, repeated among them: {}, answers about its own: {}",
            peer,
            plan.released().size() + plan.repeated().size(),
            plan.repeated().size(),
            plan.news().size()));
    Table table = Table.plain();
    session.<Void, RuntimeException>read(
        view -> {
          var ids = ShortIds.of(view);
          for (ListedBatch batch : plan.released()) {
            table.row(
                SafeText.literal("  " + batch.status()),
                SafeText.of(ids.shown(batch.root())),
                SafeText.of(batch.kind().name()),
                SafeText.of(batch.title()),
                SafeText.of(batch.owner()));
            for (PrivateItem item : batch.privateItems()) {
              boolean shared = item.state() == PrivateItem.State.SHARED;
              table.row(
                  StyledText.of(
                      shared ? Style.RED : Style.DIM,
                      SafeText.literal(shared ? "  PRIVATE" : "  " + item.state())),
                  StyledText.of(SafeText.of(ids.shown(item.object()))),
                  StyledText.of(SafeText.of(item.kind())),
                  StyledText.of(SafeText.of(item.item())),
                  StyledText.of(SafeText.of(fate(item))));
            }
          }
          return null;
        });
    out.print(table);
    if (!plan.heldBack().isEmpty()) {
      out.print(
          SafeText.sentence(
              "Batches that stay here, since nobody approved them: {} (sluice batch list --outgoing)",
              plan.heldBack().size()));
    }
    plan.broken()
        .forEach(
            broken ->
                session
                    .console()
                    .warn(SafeText.sentence("left out: {}", broken.problem().getMessage())));
  }

  private static String fate(PrivateItem item) {
    return switch (item.state()) {
      case SHARED -> DataSize.text(item.bytes());
      case WITHHELD -> "stays here";
      case SENT -> "is over there already";
    };
  }

  /** The same for programs. */
  static Json.Builder json(String peer, ExportPlan plan) {
    var batches = new ArrayList<Json>();
    plan.released().forEach(batch -> batches.add(json(batch)));
    return Json.object()
        .put("answers", plan.news().size())
        .put("batches", Json.array(batches))
        .put("held_back", plan.heldBack().size())
        .put("peer", peer)
        .put("private_items", plan.privateItems())
        .put("repeated", plan.repeated().size());
  }

  private static Json json(ListedBatch batch) {
    List<Json> items = new ArrayList<>();
    for (PrivateItem item : batch.privateItems()) {
      items.add(
          Json.object()
              .put("item", item.item())
              .put("object", item.object().text())
              .put("state", item.state().toString())
              .build());
    }
    return Json.object()
        .put("by", batch.owner())
        .put("id", batch.root().text())
        .put("private", Json.array(items))
        .put("status", batch.status().toString())
        .put("title", batch.title())
        .put("type", batch.kind().name())
        .build();
  }
}
