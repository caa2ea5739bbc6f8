package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sites that this one exchanges bundles with. */
final class PeerTable {
  private static final String SELECT =
      "SELECT name, side, pairing, lineage, in_position, in_chain, last_bundle_in,"
          + " acked_position, next_bundle, incarnation, reported_seq, heard_at FROM peer";

  private final Sql sql;

  PeerTable(Sql sql) {
    this.sql = sql;
  }

  void insert(String name, Side side, Digest pairing, String incarnation) {
    sql.update(
        "INSERT INTO peer (name, side, pairing, incarnation, lineage, in_position, in_chain,"
            + " last_bundle_in, acked_position, next_bundle, reported_seq)"
            + " VALUES (?, ?, ?, ?, '', 0, ?, 0, 0, 1, 0)",
        name,
        side,
        pairing,
        incarnation,
        Digest.ZERO);
  }

  Optional<Peer> find(String name) {
    return sql.first(SELECT + " WHERE name = ?", PeerTable::peer, name);
  }

  List<Peer> all() {
    return sql.list(SELECT + " ORDER BY name", PeerTable::peer);
  }

  private static Peer peer(Row row) {
    return new Peer(
        row.text(1),
        row.word(2, Side.class),
        row.digest(3),
        row.text(10),
        Incarnations.split(row.text(4)),
        row.integer(5),
        row.digest(6),
        row.integer(7),
        row.integer(8),
        row.integer(9),
        row.integer(11),
        row.isNull(12) ? Optional.empty() : Optional.of(row.time(12)));
  }

  void setPairing(String name, Digest pairing) {
    sql.update("UPDATE peer SET pairing = ? WHERE name = ?", pairing, name);
  }

  void setHeard(String name, long bundle, String incarnation, List<String> lineage, Instant at) {
    sql.update(
        "UPDATE peer SET last_bundle_in = ?, incarnation = ?, lineage = ?, heard_at = ?"
            + " WHERE name = ?",
        bundle,
        incarnation,
        Incarnations.join(lineage),
        at,
        name);
  }

  void renew(String name, String incarnation, List<String> lineage) {
    sql.update(
        "UPDATE peer SET last_bundle_in = 0, incarnation = ?, lineage = ? WHERE name = ?",
        incarnation,
        Incarnations.join(lineage),
        name);
  }

  void setCustody(String name, long position, Digest chain) {
    sql.update(
        "UPDATE peer SET in_position = ?, in_chain = ? WHERE name = ?", position, chain, name);
  }

  void setAcknowledged(String name, long position) {
    sql.update("UPDATE peer SET acked_position = ? WHERE name = ?", position, name);
  }

  /** Sets what only ever rises back, for a peer or a site that starts anew. */
  void restart(String name, long acknowledged) {
    sql.update(
        "UPDATE peer SET acked_position = ?, reported_seq = 0 WHERE name = ?", acknowledged, name);
  }

  void setReported(String name, long sequence) {
    sql.update(
        "UPDATE peer SET reported_seq = max(reported_seq, ?) WHERE name = ?", sequence, name);
  }

  void setNextBundle(String name, long number) {
    sql.update("UPDATE peer SET next_bundle = ? WHERE name = ?", number, name);
  }
}
