package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import java.time.Instant;
import java.util.Optional;

/** The version of each object that both sides last had: the base of the three-way rule. */
final class AgreedTable {
  private final Sql sql;

  AgreedTable(Sql sql) {
    this.sql = sql;
  }

  void put(String peer, ObjectId object, Digest document, Instant at) {
    sql.update(
        "INSERT OR REPLACE INTO agreed (peer, object, document, at) VALUES (?, ?, ?, ?)",
        peer,
        object,
        document,
        at);
  }

  void remove(String peer, ObjectId object) {
    sql.update("DELETE FROM agreed WHERE peer = ? AND object = ?", peer, object);
  }

  Optional<Digest> find(String peer, ObjectId object) {
    return sql.first(
        "SELECT document FROM agreed WHERE peer = ? AND object = ?",
        row -> row.digest(1),
        peer,
        object);
  }

  Optional<Instant> time(String peer, ObjectId object) {
    return sql.first(
        "SELECT at FROM agreed WHERE peer = ? AND object = ?", row -> row.time(1), peer, object);
  }
}
