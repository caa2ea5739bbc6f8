package dev.sluice.cli.view;

import dev.sluice.canonical.Json;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.PartRef;
import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.review.ListedBatch;
import java.util.List;
import java.util.Optional;

/** What batches would change, for programs: values as they came, marks listed beside them. */
public final class DiffJson {
  private DiffJson() {}

  public static Json of(Row row) {
    ListedBatch batch = row.batch();
    return Json.object()
        .put("id", batch.root().text())
        .put("row", row.number())
        .put("digest", batch.id())
        .put("direction", BatchWords.direction(batch.direction()))
        .put("peer", batch.peer())
        .put("status", batch.status().toString())
        .put("stat", DiffStat.of(batch.diff()).json())
        .put("objects", Json.array(batch.diff().objects().stream().map(DiffJson::of).toList()))
        .build();
  }

  private static Json of(ObjectDiff object) {
    var json =
        Json.object()
            .put("id", object.id().text())
            .put("type", object.kind())
            .put("status", object.status().toString())
            .put("owner", object.owner())
            .put("fields", Json.array(object.fields().stream().map(DiffJson::of).toList()))
            .put("parts", Json.array(object.parts().stream().map(DiffJson::of).toList()))
            .put("marks", Json.array(PlacedMark.in(object).stream().map(DiffJson::of).toList()));
    object.formerOwner().ifPresent(former -> json.put("former_owner", former));
    return json.build();
  }

  private static Json of(FieldDiff field) {
    var json = Json.object().put("name", field.name());
    field.before().ifPresent(value -> json.put("before", value));
    field.after().ifPresent(value -> json.put("after", value));
    field.base().ifPresent(value -> json.put("agreed", value));
    return json.build();
  }

  private static Json of(PartDiff part) {
    var json =
        Json.object()
            .put("name", part.name())
            .put("extent", Shown.word(part.lines().extent()))
            .put("hunks", Json.array(part.lines().hunks().stream().map(DiffJson::of).toList()));
    put(json, "before", part.before());
    put(json, "after", part.after());
    put(json, "agreed", part.base());
    return json.build();
  }

  private static void put(Json.Builder json, String key, Optional<PartRef> part) {
    part.ifPresent(
        ref ->
            json.put(
                key, Json.object().put("bytes", ref.bytes()).put("sha256", ref.digest()).build()));
  }

  private static Json of(LineDiff.Hunk hunk) {
    List<Json> lines = hunk.lines().stream().map(DiffJson::of).toList();
    return Json.array(lines);
  }

  private static Json of(LineDiff.Line line) {
    var json = Json.object().put("mark", Shown.word(line.mark())).put("text", line.text());
    if (line.before() > 0) {
      json.put("before", line.before());
    }
    if (line.after() > 0) {
      json.put("after", line.after());
    }
    return json.build();
  }

  private static Json of(PlacedMark placed) {
    return Json.object()
        .put("item", placed.item())
        .put("line", placed.line())
        .put("column", placed.mark().column())
        .put("character", placed.mark().label())
        .put("name", placed.mark().name())
        .build();
  }
}
