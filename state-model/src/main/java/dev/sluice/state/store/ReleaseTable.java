package dev.sluice.state.store;

import dev.sluice.state.ObjectId;
import java.util.List;

/** What a person has released of private items; what was withdrawn is only in the audit log. */
final class ReleaseTable {
  private final Sql sql;

  ReleaseTable(Sql sql) {
    this.sql = sql;
  }

  void put(ObjectId object, Release release) {
    sql.update(
        "INSERT OR REPLACE INTO released (object, item, digest, released_by, reason, at, audit_seq)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        object,
        release.item(),
        release.content(),
        release.by(),
        release.reason(),
        release.at(),
        release.sequence());
  }

  void remove(ObjectId object, String item) {
    sql.update("DELETE FROM released WHERE object = ? AND item = ?", object, item);
  }

  List<Release> of(ObjectId object) {
    return sql.list(
        "SELECT item, digest, released_by, reason, at, audit_seq FROM released"
            + " WHERE object = ? ORDER BY item",
        row ->
            new Release(
                row.text(1), row.digest(2), row.text(3), row.text(4), row.time(5), row.integer(6)),
        object);
  }
}
