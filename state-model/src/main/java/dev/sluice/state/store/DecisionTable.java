package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import java.util.List;
import java.util.Optional;

/** Verdicts on batches; rows are only ever added, and the newest one on a root counts. */
final class DecisionTable {
  private static final String COLUMNS =
      "direction, root, batch, verdict, decided_by, reason, note, at, resolution, signature";
  private static final String ON_ROOT =
      "SELECT " + COLUMNS + " FROM decision WHERE direction = ? AND peer = ? AND root = ?";

  private static final String NO_RESOLUTION = "";

  private final Sql sql;

  DecisionTable(Sql sql) {
    this.sql = sql;
  }

  void append(String peer, Decision decision) {
    sql.update(
        "INSERT INTO decision (peer, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        peer,
        decision.direction(),
        decision.root(),
        decision.batch(),
        decision.verdict(),
        decision.by(),
        decision.reason(),
        decision.note(),
        decision.at(),
        decision.resolution().map(DecisionTable::text).orElse(NO_RESOLUTION),
        decision.signature());
  }

  Optional<Decision> newest(Direction direction, String peer, ObjectId root) {
    return sql.first(
        ON_ROOT + " ORDER BY entry DESC LIMIT 1", DecisionTable::decision, direction, peer, root);
  }

  List<Decision> history(Direction direction, String peer, ObjectId root) {
    return sql.list(ON_ROOT + " ORDER BY entry", DecisionTable::decision, direction, peer, root);
  }

  List<Decision> newestOfEachRoot(Direction direction, String peer) {
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM decision WHERE entry IN (SELECT max(entry) FROM decision"
            + " WHERE direction = ? AND peer = ? GROUP BY root) ORDER BY root",
        DecisionTable::decision,
        direction,
        peer);
  }

  private static Decision decision(Row row) {
    return new Decision(
        row.word(1, Direction.class),
        row.id(2),
        row.digest(3),
        row.word(4, Verdict.class),
        row.text(5),
        row.text(6),
        row.text(7),
        row.time(8),
        resolution(row.text(9)),
        row.text(10));
  }

  private static String text(Resolution resolution) {
    return resolution.take() + " " + resolution.here();
  }

  private static Optional<Resolution> resolution(String text) {
    if (text.equals(NO_RESOLUTION)) {
      return Optional.empty();
    }
    for (Take take : Take.values()) {
      if (text.startsWith(take + " ")) {
        return Optional.of(
            new Resolution(take, digest(text.substring(take.toString().length() + 1))));
      }
    }
    throw StoreFailure.damaged("the database resolves a conflict in an unknown way");
  }

  private static Digest digest(String hex) {
    try {
      return Digest.parse(hex);
    } catch (NotCanonicalException e) {
      throw StoreFailure.damaged("a digest in the database is none");
    }
  }
}
