package dev.sluice.web.report;

import dev.sluice.canonical.Json;
import dev.sluice.state.store.BundleEntry;
import java.util.Optional;

/** A report for programs. */
public final class ReportJson {
  private ReportJson() {}

  /** The whole report; what it does not tell is absent. */
  public static Json.Obj of(TransferReport report) {
    BundleEntry bundle = report.bundle();
    Json.Builder json =
        Json.object()
            .put("batches", Json.array(report.batches().stream().map(ReportJson::batch).toList()))
            .put("bundle", bundle.number())
            .put("bytes", bundle.bytes())
            .put("from", report.sender())
            .put("made", report.made().toString())
            .put("private_items", report.privateItems())
            .put("reader", report.reader().toString())
            .put("root", bundle.bundle())
            .put("schema", "sluice.transfer-report/1")
            .put("site", report.site().name())
            .put("steps", Json.array(report.steps().stream().map(ReportJson::step).toList()))
            .put("to", report.recipient())
            .put("words", Json.texts(report.words()));
    report
        .anchor()
        .ifPresent(
            anchor ->
                json.put(
                    "audit",
                    Json.object()
                        .put("head", anchor.head())
                        .put("sequence", anchor.sequence())
                        .build()));
    return json.build();
  }

  private static Json step(BundleEntry step) {
    return Json.object()
        .put("note", step.note().toString())
        .put("time", step.at().toString())
        .build();
  }

  private static Json batch(ReportedBatch batch) {
    Json.Builder json =
        Json.object()
            .put("digest", batch.batch())
            .put("position", batch.position())
            .put("root", batch.root().text());
    batch
        .content()
        .ifPresent(
            content ->
                json.put("objects", content.objects())
                    .put("operation", content.operation())
                    .put("owner", content.owner())
                    .put(
                        "private",
                        Json.array(content.shared().stream().map(ReportJson::item).toList()))
                    .put("title", content.title())
                    .put("type", content.kind()));
    if (!batch.outcome().isEmpty()) {
      json.put("outcome", batch.outcome());
    }
    if (batch.withheld() > 0) {
      json.put("withheld", batch.withheld());
    }
    put(json, "decision", batch.ruling());
    return json.build();
  }

  private static Json item(ReportedItem item) {
    Json.Builder json =
        Json.object()
            .put("item", item.item())
            .put("object", item.object().text())
            .put("sha256", item.content())
            .put("type", item.kind());
    if (item.bytes() >= 0) {
      json.put("bytes", item.bytes());
    }
    put(json, "shared", item.grant());
    return json.build();
  }

  private static void put(Json.Builder json, String key, Optional<Ruling> ruling) {
    ruling.ifPresent(
        said ->
            json.put(
                key,
                Json.object()
                    .put("by", said.by())
                    .put("reason", said.reason())
                    .put("time", said.at().toString())
                    .put("verdict", said.verdict())
                    .build()));
  }
}
