package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The audit log's entries, with the columns that searches use, and the place of the last one. */
final class AuditTable {
  /** An entry as it is kept; nothing about it is proven. */
  static final class Kept {
    final long sequence;
    final Instant at;
    final String actor;
    final byte[] entry;
    final Digest digest;

    private Kept(Row row) {
      sequence = row.integer(1);
      at = row.time(2);
      actor = row.text(3);
      entry = row.bytes(4);
      digest = row.digest(5);
    }
  }

  /** The last entry; sequence 0 before the first. */
  record Head(long sequence, Digest digest) {}

  private final Sql sql;

  AuditTable(Sql sql) {
    this.sql = sql;
  }

  Head head() {
    return sql.first(
            "SELECT sequence, digest FROM audit_head",
            row -> new Head(row.integer(1), row.digest(2)))
        .orElse(new Head(0, Digest.ZERO));
  }

  Instant newestTime() {
    return sql.first("SELECT at FROM audit ORDER BY sequence DESC LIMIT 1", row -> row.time(1))
        .orElseThrow(() -> StoreFailure.damaged("the audit log is empty"));
  }

  Optional<Digest> digestAt(long sequence) {
    return sql.first("SELECT digest FROM audit WHERE sequence = ?", row -> row.digest(1), sequence);
  }

  void append(AuditEntry entry) {
    byte[] bytes = entry.bytes();
    requireReadable(bytes);
    Digest digest = Digest.of(bytes);
    sql.update(
        "INSERT INTO audit (sequence, at, actor, entry, digest) VALUES (?, ?, ?, ?, ?)",
        entry.sequence(),
        entry.time(),
        entry.event().actor(),
        bytes,
        digest);
    for (String subject : entry.event().subjects()) {
      sql.update(
          "INSERT INTO audit_subject (sequence, subject) VALUES (?, ?)", entry.sequence(), subject);
    }
    sql.update(
        "INSERT OR REPLACE INTO audit_head (only_row, sequence, digest) VALUES (1, ?, ?)",
        entry.sequence(),
        digest);
  }

  private static void requireReadable(byte[] entry) {
    try {
      AuditEntry.parse(entry);
    } catch (NotCanonicalException e) {
      throw new IllegalArgumentException("an audit event that could not be read again", e);
    }
  }

  Stream<AuditEntry> matching(AuditFilter filter) {
    return Pages.stream(page(filter, 0), last -> page(filter, last.sequence()));
  }

  private List<AuditEntry> page(AuditFilter filter, long after) {
    var query = new StringBuilder("SELECT entry FROM audit WHERE sequence > ?");
    var arguments = new ArrayList<Object>();
    arguments.add(after);
    filter
        .subject()
        .ifPresent(
            subject -> {
              query.append(
                  " AND sequence IN (SELECT sequence FROM audit_subject WHERE subject = ?)");
              arguments.add(subject);
            });
    filter
        .actor()
        .ifPresent(
            actor -> {
              query.append(" AND actor = ?");
              arguments.add(actor);
            });
    filter
        .since()
        .ifPresent(
            since -> {
              query.append(" AND at >= ?");
              arguments.add(since);
            });
    query.append(" ORDER BY sequence LIMIT ").append(Pages.ROWS);
    return sql.list(query.toString(), AuditTable::entry, arguments.toArray());
  }

  private static AuditEntry entry(Row row) {
    try {
      return AuditEntry.parse(row.bytes(1));
    } catch (NotCanonicalException e) {
      throw StoreFailure.damaged("an audit entry cannot be read");
    }
  }

  /** Every entry as it is kept, in order. */
  Stream<Kept> kept() {
    return Pages.stream(keptAfter(Long.MIN_VALUE), last -> keptAfter(last.sequence));
  }

  private List<Kept> keptAfter(long sequence) {
    return sql.list(
        "SELECT sequence, at, actor, entry, digest FROM audit WHERE sequence > ?"
            + " ORDER BY sequence LIMIT "
            + Pages.ROWS,
        Kept::new,
        sequence);
  }

  /** The subjects under which an entry is found. */
  Set<String> subjects(long sequence) {
    return new TreeSet<>(
        sql.list(
            "SELECT subject FROM audit_subject WHERE sequence = ?", row -> row.text(1), sequence));
  }
}
