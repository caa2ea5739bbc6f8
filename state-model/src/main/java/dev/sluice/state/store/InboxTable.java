package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came from each peer, and what became of it. */
final class InboxTable {
  private static final String SELECT =
      "SELECT position, root, batch, chain, state, state_seq, provenance FROM inbox WHERE peer = ?";

  private final Sql sql;

  InboxTable(Sql sql) {
    this.sql = sql;
  }

  void append(String peer, InboxEntry entry) {
    sql.update(
        "INSERT INTO inbox (peer, position, root, batch, chain, state, state_seq, provenance)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        peer,
        entry.position(),
        entry.root(),
        entry.batch(),
        entry.chain(),
        entry.state(),
        entry.stateSequence(),
        entry.provenance());
  }

  void setState(String peer, long position, InboxState state, long sequence) {
    sql.update(
        "UPDATE inbox SET state = ?, state_seq = ? WHERE peer = ? AND position = ?",
        state,
        sequence,
        peer,
        position);
  }

  /** The entries after {@code position}, by position. */
  List<InboxEntry> after(String peer, long position) {
    return sql.list(
        SELECT + " AND position > ? ORDER BY position", InboxTable::entry, peer, position);
  }

  void removeAfter(String peer, long position) {
    sql.update("DELETE FROM inbox WHERE peer = ? AND position > ?", peer, position);
  }

  Optional<InboxEntry> find(String peer, long position) {
    return sql.first(SELECT + " AND position = ?", InboxTable::entry, peer, position);
  }

  Optional<Digest> chainAt(String peer, long position) {
    return position == 0 ? Optional.of(Digest.ZERO) : find(peer, position).map(InboxEntry::chain);
  }

  Stream<InboxEntry> in(String peer, InboxState state) {
    return Pages.stream(inPage(peer, state, 0), last -> inPage(peer, state, last.position()));
  }

  private List<InboxEntry> inPage(String peer, InboxState state, long after) {
    return sql.list(
        SELECT + " AND state = ? AND position > ? ORDER BY position LIMIT " + Pages.ROWS,
        InboxTable::entry,
        peer,
        state,
        after);
  }

  /** Entries of one root that nobody has settled. */
  List<InboxEntry> open(String peer, ObjectId root) {
    return sql.list(
        SELECT + " AND root = ? AND state IN ('staged', 'held') ORDER BY position",
        InboxTable::entry,
        peer,
        root);
  }

  /** Entries whose state was set after the write {@code sequence}. */
  List<InboxEntry> changedSince(String peer, long sequence) {
    return sql.list(
        SELECT + " AND state_seq > ? ORDER BY position", InboxTable::entry, peer, sequence);
  }

  private static InboxEntry entry(Row row) {
    return new InboxEntry(
        row.integer(1),
        row.id(2),
        row.digest(3),
        row.digest(4),
        row.word(7, Provenance.class),
        row.word(5, InboxState.class),
        row.integer(6));
  }
}
