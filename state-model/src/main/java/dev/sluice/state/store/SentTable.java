package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import java.util.Optional;

/** The version of each object that was last put into a peer's feed. */
final class SentTable {
  private final Sql sql;

  SentTable(Sql sql) {
    this.sql = sql;
  }

  void put(String peer, ObjectId object, Digest document) {
    sql.update(
        "INSERT OR REPLACE INTO sent (peer, object, document) VALUES (?, ?, ?)",
        peer,
        object,
        document);
  }

  void remove(String peer, ObjectId object) {
    sql.update("DELETE FROM sent WHERE peer = ? AND object = ?", peer, object);
  }

  Optional<Digest> find(String peer, ObjectId object) {
    return sql.first(
        "SELECT document FROM sent WHERE peer = ? AND object = ?",
        row -> row.digest(1),
        peer,
        object);
  }
}
