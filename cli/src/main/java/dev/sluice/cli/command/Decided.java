package dev.sluice.cli.command;

import dev.sluice.api.Verdicts;
import dev.sluice.canonical.Json;
import dev.sluice.cli.view.BatchJson;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Decision;
import java.util.ArrayList;
import java.util.List;

/** Decisions that were recorded together. */
record Decided(List<Row> rows, List<Decision> decisions) {
  /**
   * Signs one statement about each of {@code rows} and keeps all of them in one write, or none.
   *
   * @throws dev.sluice.api.VerdictRefusedException if the rules of verdicts forbid it
   */
  static Decided record(Session session, List<Row> rows, Statement statement) throws Exception {
    List<ListedBatch> batches = rows.stream().map(Row::batch).toList();
    Verdicts.check(statement.verdict(), statement.reason());
    for (ListedBatch batch : batches) {
      Verdicts.check(statement, batch);
    }
    if (session.keys().isSealed()) {
      session.passphrase();
    }
    var verdicts = new Verdicts(session.datasite(), session.decisions());
    return new Decided(List.copyOf(rows), verdicts.record(batches, statement));
  }

  Json json() {
    var decided = new ArrayList<Json>();
    for (int i = 0; i < rows.size(); i++) {
      var entry =
          Json.object()
              .put("id", rows.get(i).batch().root().text())
              .put("peer", rows.get(i).batch().peer())
              .put("direction", rows.get(i).batch().direction().toString());
      BatchJson.of(decisions.get(i)).fields().forEach(entry::put);
      decided.add(entry.build());
    }
    return Json.object().put("decisions", Json.array(decided)).build();
  }
}
