package dev.sluice.state.store;

import java.util.function.Consumer;

/** What SQLite itself can say about its file. */
final class DatabaseCheck implements SubjectCheck {
  private static final String WHOLE = "ok";

  private final Sql sql;
  private final StoreCheck.Depth depth;

  DatabaseCheck(Sql sql, StoreCheck.Depth depth) {
    this.sql = sql;
    this.depth = depth;
  }

  @Override
  public void run(Consumer<StoreFault> faults) {
    String pages = depth == StoreCheck.Depth.FULL ? "integrity_check" : "quick_check";
    sql.forEach(
        "PRAGMA " + pages,
        row -> {
          if (!row.text(1).equals(WHOLE)) {
            faults.accept(
                new StoreFault(StoreFault.Kind.DATABASE_DAMAGED, "sluice.db", row.text(1)));
          }
        });
    sql.forEach(
        "PRAGMA foreign_key_check",
        row ->
            faults.accept(
                new StoreFault(
                    StoreFault.Kind.REFERENCE_BROKEN,
                    row.text(1),
                    "a row names one in " + row.text(3) + " that is not there")));
  }
}
