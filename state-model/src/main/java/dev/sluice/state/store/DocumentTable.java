package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.util.Optional;

/** Batches and documents of feed and inbox by content; equal content is kept once. */
final class DocumentTable {
  private final Sql sql;

  DocumentTable(Sql sql) {
    this.sql = sql;
  }

  Digest put(byte[] content) {
    Digest digest = Digest.of(content);
    sql.update("INSERT OR IGNORE INTO document (digest, content) VALUES (?, ?)", digest, content);
    return digest;
  }

  void needs(Digest document, Digest blob) {
    sql.update(
        "INSERT OR IGNORE INTO document_blob (document, digest) VALUES (?, ?)", document, blob);
  }

  Optional<byte[]> find(Digest digest) {
    Optional<byte[]> content =
        sql.first("SELECT content FROM document WHERE digest = ?", row -> row.bytes(1), digest);
    if (content.isPresent() && !Digest.of(content.get()).equals(digest)) {
      throw StoreFailure.damaged("document " + digest + " has other content");
    }
    return content;
  }
}
