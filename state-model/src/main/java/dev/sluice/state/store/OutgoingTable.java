package dev.sluice.state.store;

import dev.sluice.state.ObjectId;
import java.util.List;

/** Roots that changed in a way that a peer may have to hear of. */
final class OutgoingTable {
  private final Sql sql;

  OutgoingTable(Sql sql) {
    this.sql = sql;
  }

  void add(String peer, ObjectId root) {
    sql.update("INSERT OR IGNORE INTO outgoing (peer, root) VALUES (?, ?)", peer, root);
  }

  void remove(String peer, ObjectId root) {
    sql.update("DELETE FROM outgoing WHERE peer = ? AND root = ?", peer, root);
  }

  List<ObjectId> of(String peer) {
    return sql.list(
        "SELECT root FROM outgoing WHERE peer = ? ORDER BY root", row -> row.id(1), peer);
  }
}
