package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.util.List;
import java.util.Optional;

/** The bundle ledger; rows are only ever added. */
final class BundleTable {
  private static final String SELECT =
      "SELECT direction, digest, peer, number, after_position, to_position, bytes, at, note"
          + " FROM bundle";

  private final Sql sql;

  BundleTable(Sql sql) {
    this.sql = sql;
  }

  void append(BundleEntry entry, long sequence) {
    sql.update(
        "INSERT INTO bundle"
            + " (direction, digest, peer, number, after_position, to_position, bytes, at, note, audit_seq)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.direction(),
        entry.bundle(),
        entry.peer(),
        entry.number(),
        entry.from(),
        entry.to(),
        entry.bytes(),
        entry.at(),
        entry.note(),
        sequence);
  }

  /** Audit sequence of the write in which our bundle of this number was sealed, if it was. */
  Optional<Long> sealedAt(String peer, long number) {
    return sql.first(
        "SELECT audit_seq FROM bundle WHERE peer = ? AND number = ? AND direction = 'out'"
            + " AND note = 'sealed'",
        row -> row.integer(1),
        peer,
        number);
  }

  List<BundleEntry> of(Digest bundle) {
    return sql.list(SELECT + " WHERE digest = ? ORDER BY entry", BundleTable::entry, bundle);
  }

  List<BundleEntry> newest(String peer, int most) {
    return sql.list(
        SELECT + " WHERE peer = ? ORDER BY entry DESC LIMIT ?",
        BundleTable::entry,
        peer,
        (long) most);
  }

  private static BundleEntry entry(Row row) {
    return new BundleEntry(
        row.word(1, Direction.class),
        row.digest(2),
        row.text(3),
        row.integer(4),
        row.integer(5),
        row.integer(6),
        row.integer(7),
        row.time(8),
        row.word(9, BundleNote.class));
  }
}
