package dev.sluice.state.store;

import java.util.Optional;

/** The one row that is there while the site is frozen. */
final class FreezeTable {
  private final Sql sql;

  FreezeTable(Sql sql) {
    this.sql = sql;
  }

  void put(Freeze freeze) {
    sql.update(
        "INSERT OR REPLACE INTO freeze (only_row, cause, evidence, at) VALUES (1, ?, ?, ?)",
        freeze.cause(),
        freeze.evidence(),
        freeze.at());
  }

  Optional<Freeze> find() {
    return sql.first(
        "SELECT cause, evidence, at FROM freeze",
        row -> new Freeze(row.word(1, Freeze.Cause.class), row.text(2), row.time(3)));
  }

  void clear() {
    sql.execute("DELETE FROM freeze");
  }
}
