package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.util.function.Consumer;

/** Whether every batch and document has the bytes of its digest. */
final class DocumentCheck implements SubjectCheck {
  private final Sql sql;

  DocumentCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void run(Consumer<StoreFault> faults) {
    sql.forEach(
        "SELECT digest, content FROM document ORDER BY digest",
        row -> {
          Digest name = row.digest(1);
          if (!Digest.of(row.bytes(2)).equals(name)) {
            faults.accept(
                new StoreFault(
                    StoreFault.Kind.DOCUMENT_DAMAGED, name.hex(), "its bytes have another digest"));
          }
        });
  }
}
