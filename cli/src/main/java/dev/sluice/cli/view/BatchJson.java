package dev.sluice.cli.view;

import dev.sluice.canonical.Json;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.ObjectId;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.Decision;
import java.util.List;

/** Batches for programs: ids in full, text as it came. */
public final class BatchJson {
  private BatchJson() {}

  /** All that a list, a sheet and a tree show of a batch. */
  public static Json of(Row row) {
    ListedBatch batch = row.batch();
    return Json.object()
        .put("id", batch.root().text())
        .put("row", row.number())
        .put("type", batch.kind().name())
        .put("title", batch.title())
        .put("by", batch.owner())
        .put("direction", BatchWords.direction(batch.direction()))
        .put("peer", batch.peer())
        .put("status", batch.status().toString())
        .put("digest", batch.id())
        .put("depends_on", Json.texts(ids(batch)))
        .put("decision", decision(batch))
        .put("objects", Json.array(batch.diff().objects().stream().map(BatchJson::of).toList()))
        .put("private", Json.array(batch.privateItems().stream().map(BatchJson::of).toList()))
        .build();
  }

  /** Batches in their order. */
  public static Json of(List<Row> rows) {
    return Json.array(rows.stream().map(row -> of(row)).toList());
  }

  private static List<String> ids(ListedBatch batch) {
    return batch.batch().required().stream().map(ObjectId::text).toList();
  }

  private static Json decision(ListedBatch batch) {
    var decision = Json.object().put("state", batch.standing().toString());
    batch.decision().ifPresent(said -> decision.put("last", of(said)));
    return decision.build();
  }

  /** A decision as it was recorded. */
  public static Json.Obj of(Decision said) {
    var json =
        Json.object()
            .put("verdict", said.verdict().toString())
            .put("of", said.batch())
            .put("by", said.by())
            .put("reason", said.reason())
            .put("note", said.note())
            .put("at", said.at().toString());
    said.resolution().ifPresent(resolution -> json.put("take", resolution.take().toString()));
    return json.build();
  }

  private static Json of(ObjectDiff object) {
    return Json.object()
        .put("id", object.id().text())
        .put("type", object.kind())
        .put("status", object.status().toString())
        .build();
  }

  private static Json of(PrivateItem item) {
    var json =
        Json.object()
            .put("id", item.object().text())
            .put("type", item.kind())
            .put("item", item.item())
            .put("state", item.state().toString());
    if (item.bytes() >= 0) {
      json.put("bytes", item.bytes());
    }
    return json.build();
  }
}
