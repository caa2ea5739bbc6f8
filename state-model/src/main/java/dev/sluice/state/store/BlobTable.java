package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import java.util.Optional;

/** The blobs that a committed write needed, and so were durable before it. */
final class BlobTable {
  private final Sql sql;

  BlobTable(Sql sql) {
    this.sql = sql;
  }

  Optional<Long> bytes(Digest digest) {
    return sql.first("SELECT bytes FROM blob WHERE digest = ?", row -> row.integer(1), digest);
  }

  void insert(PartRef blob) {
    sql.update("INSERT INTO blob (digest, bytes) VALUES (?, ?)", blob.digest(), blob.bytes());
  }

  /** Forgets the blobs that nothing needs: a later write has to prove anew that they are here. */
  void forgetUnneeded() {
    sql.update(
        "DELETE FROM blob WHERE NOT EXISTS (SELECT 1 FROM part WHERE part.digest = blob.digest)"
            + " AND NOT EXISTS"
            + " (SELECT 1 FROM document_blob WHERE document_blob.digest = blob.digest)");
  }

  /** Whether a part of an object or a document needs the blob. */
  boolean isReferenced(Digest digest) {
    return sql.first(
            "SELECT 1 FROM part WHERE digest = ?1"
                + " UNION ALL SELECT 1 FROM document_blob WHERE digest = ?1 LIMIT 1",
            row -> row.integer(1),
            digest)
        .isPresent();
  }
}
