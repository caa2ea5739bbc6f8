package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.text.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A job for people and programs.
 *
 * @param side where it is looked at
 * @param shortIds of the job, its request and its items
 */
record JobView(Job job, Side side, Map<ObjectId, String> shortIds) {
  static JobView of(Session session, Job job) throws StoreException {
    Map<ObjectId, String> shown =
        session.<Map<ObjectId, String>, RuntimeException>read(
            view -> {
              var all = new HashMap<ObjectId, String>();
              ShortIds ids = ShortIds.of(view);
              all.put(job.id(), ids.shown(job.id()));
              job.request().ifPresent(request -> all.put(request, ids.shown(request)));
              job.items().forEach(item -> all.put(item.id(), ids.shown(item.id())));
              return all;
            });
    return new JobView(job, session.side(), shown);
  }

  String id() {
    return shortIds.get(job.id());
  }

  /** The items in one line. */
  String items() {
    List<String> words = job.items().stream().map(item -> word(item) + " " + state(item)).toList();
    return words.isEmpty() ? "-" : String.join(", ", words);
  }

  void print(Printer out) {
    Facts facts =
        Facts.none()
            .and("job", id())
            .and("name", job.name())
            .and("for", job.requester())
            .and("status", job.status());
    facts = with(facts, "request", job.request().map(shortIds::get));
    facts = with(facts, "error", job.error());
    facts = with(facts, "ended", job.ended());
    out.print(with(facts, "isolation", job.isolation().map(JobView::sentence)));
    Table table = Table.plain();
    for (JobItem item : job.items()) {
      table.row(
          SafeText.of(word(item)),
          SafeText.of(shortIds.get(item.id())),
          SafeText.of(Listings.size(item.content())),
          SafeText.of(state(item)));
    }
    out.print(table);
  }

  private static Facts with(Facts facts, String label, Optional<String> value) {
    return value.map(text -> facts.and(label, text)).orElse(facts);
  }

  /** The words of the runner for what it wrote down; another site's word stays as it is. */
  private static String sentence(String word) {
    return Isolations.sentence(word).orElse(word);
  }

  /** What to do with a job that has just ended. */
  SafeText next() {
    return job.items().stream()
        .filter(item -> item.what() == JobItem.What.RESULT)
        .findFirst()
        .map(item -> shortIds.get(item.id()))
        .map(
            result ->
                SafeText.sentence(
                    "Next: sluice show {} --part value, then sluice share {} --reason TEXT",
                    result,
                    result))
        .orElseGet(() -> SafeText.sentence("Next: sluice job logs {} --stderr", id()));
  }

  Json json() {
    var json =
        Json.object()
            .put("for", job.requester())
            .put("id", job.id().text())
            .put("items", Json.array(job.items().stream().map(this::json).toList()))
            .put("name", job.name())
            .put("status", job.status());
    job.request().ifPresent(request -> json.put("request", request.text()));
    job.error().ifPresent(error -> json.put("error", error));
    job.ended().ifPresent(ended -> json.put("ended", ended));
    job.isolation().ifPresent(isolation -> json.put("isolation", isolation));
    return json.build();
  }

  private Json json(JobItem item) {
    var json =
        Json.object()
            .put("id", item.id().text())
            .put("kind", word(item))
            .put("state", state(item).toLowerCase(Locale.ROOT));
    item.content().ifPresent(content -> json.put("bytes", content.bytes()));
    return json.build();
  }

  private static String word(JobItem item) {
    return item.what().name().toLowerCase(Locale.ROOT);
  }

  private String state(JobItem item) {
    if (item.released()) {
      return "released";
    }
    return side == Side.HIGH ? "PRIVATE" : "withheld";
  }
}
