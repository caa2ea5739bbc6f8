package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.view.BatchJson;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.store.Decision;
import java.util.ArrayList;
import java.util.List;

/** Decisions that were recorded together. */
record Decided(List<Row> rows, List<Decision> decisions) {
  /**
   * Signs one statement about each of {@code rows} and keeps all of them in one write, or none.
   *
   * @throws dev.sluice.cli.console.CliException if the rules of verdicts forbid it
   */
  static Decided record(Session session, List<Row> rows, Statement statement) throws Exception {
    VerdictRules.check(statement.verdict(), statement.reason());
    rows.forEach(row -> VerdictRules.check(statement, row.batch()));
    if (session.keys().isSealed()) {
      session.passphrase();
    }
    DecisionBook book = session.decisions();
    AuditEvent event =
        AuditEvent.of("decide-" + statement.verdict(), session.actor())
            .with("reason", statement.reason());
    for (Row row : rows) {
      event = event.about(row.batch().root());
    }
    List<Decision> decisions =
        session
            .store()
            .<List<Decision>, RuntimeException>write(
                event,
                transaction -> {
                  var recorded = new ArrayList<Decision>();
                  rows.forEach(
                      row -> recorded.add(book.record(transaction, row.batch(), statement)));
                  return recorded;
                });
    return new Decided(List.copyOf(rows), List.copyOf(decisions));
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
