package dev.sluice.state.store;

import dev.sluice.canonical.Digest;

/** Blobs that a peer confirmed to hold. */
final class PeerBlobTable {
  private final Sql sql;

  PeerBlobTable(Sql sql) {
    this.sql = sql;
  }

  void add(String peer, Digest blob) {
    sql.update("INSERT OR IGNORE INTO peer_blob (peer, digest) VALUES (?, ?)", peer, blob);
  }

  void clear(String peer) {
    sql.update("DELETE FROM peer_blob WHERE peer = ?", peer);
  }

  boolean holds(String peer, Digest blob) {
    return sql.first(
            "SELECT 1 FROM peer_blob WHERE peer = ? AND digest = ?",
            row -> row.integer(1),
            peer,
            blob)
        .isPresent();
  }
}
