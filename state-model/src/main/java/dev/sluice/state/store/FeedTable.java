package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was released to each peer; rows are only ever added. */
final class FeedTable {
  private static final String SELECT = "SELECT position, root, batch, chain, provenance FROM feed";

  private final Sql sql;

  FeedTable(Sql sql) {
    this.sql = sql;
  }

  long head(String peer) {
    return sql.first(
            "SELECT coalesce(max(position), 0) FROM feed WHERE peer = ?",
            row -> row.integer(1),
            peer)
        .orElse(0L);
  }

  void append(String peer, FeedLine entry) {
    sql.update(
        "INSERT INTO feed (peer, position, root, batch, chain, provenance)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        peer,
        entry.position(),
        entry.root(),
        entry.batch(),
        entry.chain(),
        entry.provenance());
  }

  void setOutcome(String peer, long position, String outcome, String reason) {
    sql.update(
        "UPDATE feed SET outcome = ?, reason = ? WHERE peer = ? AND position = ?",
        outcome,
        reason,
        peer,
        position);
  }

  List<FeedOutcome> newestOutcomes(String peer, int most) {
    return sql.list(
        "SELECT position, root, outcome, reason FROM feed WHERE peer = ?"
            + " ORDER BY position DESC LIMIT ?",
        row -> new FeedOutcome(row.integer(1), row.id(2), row.text(3), row.text(4)),
        peer,
        (long) most);
  }

  Optional<Digest> chainAt(String peer, long position) {
    if (position == 0) {
      return Optional.of(Digest.ZERO);
    }
    return sql.first(
        "SELECT chain FROM feed WHERE peer = ? AND position = ?",
        row -> row.digest(1),
        peer,
        position);
  }

  Stream<FeedLine> range(String peer, long after, long to) {
    return Pages.stream(page(peer, after, to), last -> page(peer, last.position(), to));
  }

  /** The last batch of {@code root} up to a position. */
  Optional<FeedLine> newest(String peer, ObjectId root, long to) {
    return sql.first(
        SELECT + " WHERE peer = ? AND root = ? AND position <= ? ORDER BY position DESC LIMIT 1",
        FeedTable::line,
        peer,
        root,
        to);
  }

  private List<FeedLine> page(String peer, long after, long to) {
    return sql.list(
        SELECT
            + " WHERE peer = ? AND position > ? AND position <= ? ORDER BY position LIMIT "
            + Pages.ROWS,
        FeedTable::line,
        peer,
        after,
        to);
  }

  private static FeedLine line(Row row) {
    return new FeedLine(
        row.integer(1), row.id(2), row.digest(3), row.digest(4), row.word(5, Provenance.class));
  }
}
