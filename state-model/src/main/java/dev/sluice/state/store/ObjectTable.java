package dev.sluice.state.store;

import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The objects with their parts and references. */
final class ObjectTable {
  private record Change(long sequence, ObjectId id) {}

  private final Sql sql;

  ObjectTable(Sql sql) {
    this.sql = sql;
  }

  Optional<StateObject> find(ObjectId id) {
    return sql.first("SELECT content FROM object WHERE id = ?", ObjectTable::object, id);
  }

  private static StateObject object(Row row) {
    try {
      return ObjectJson.read(row.bytes(1));
    } catch (NotCanonicalException e) {
      throw StoreFailure.damaged("an object in the database cannot be read");
    }
  }

  void put(StateObject object, Set<ObjectId> targets, long sequence) {
    sql.update(
        "INSERT INTO object (id, kind, owner, presence, content, changed_seq)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,"
            + " owner = excluded.owner, presence = excluded.presence,"
            + " content = excluded.content, changed_seq = excluded.changed_seq",
        object.id(),
        object.kind(),
        object.owner(),
        object.presence(),
        ObjectJson.write(object),
        sequence);
    putParts(object);
    putReferences(object.id(), targets);
  }

  private void putParts(StateObject object) {
    sql.update("DELETE FROM part WHERE object = ?", object.id());
    object
        .parts()
        .forEach(
            (name, part) ->
                sql.update(
                    "INSERT INTO part (object, name, digest) VALUES (?, ?, ?)",
                    object.id(),
                    name,
                    part.digest()));
  }

  private void putReferences(ObjectId source, Set<ObjectId> targets) {
    sql.update("DELETE FROM reference WHERE source = ?", source);
    for (ObjectId target : targets) {
      sql.update("INSERT INTO reference (source, target) VALUES (?, ?)", source, target);
    }
  }

  Set<ObjectId> referencing(ObjectId target) {
    return new TreeSet<>(
        sql.list("SELECT source FROM reference WHERE target = ?", row -> row.id(1), target));
  }

  List<ObjectId> startingWith(String prefix, int most) {
    return sql.list(
        "SELECT id FROM object WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT ?2",
        row -> row.id(1),
        prefix,
        (long) most);
  }

  Stream<StateObject> matching(ObjectFilter filter) {
    return Pages.stream(page(filter, ""), last -> page(filter, last.id().text()));
  }

  private List<StateObject> page(ObjectFilter filter, String after) {
    var query = new StringBuilder("SELECT content FROM object WHERE id > ?");
    var arguments = new ArrayList<Object>();
    arguments.add(after);
    filter
        .kind()
        .ifPresent(
            kind -> {
              query.append(" AND kind = ?");
              arguments.add(kind);
            });
    filter
        .owner()
        .ifPresent(
            owner -> {
              query.append(" AND owner = ?");
              arguments.add(owner);
            });
    if (filter.tombstones() == ObjectFilter.Tombstones.LEFT_OUT) {
      query.append(" AND presence = 'LIVE'");
    }
    query.append(" ORDER BY id LIMIT ").append(Pages.ROWS);
    return sql.list(query.toString(), ObjectTable::object, arguments.toArray());
  }

  Stream<ObjectId> changedSince(long sequence) {
    return Pages.stream(changes(sequence, "~"), last -> changes(last.sequence(), last.id().text()))
        .map(Change::id);
  }

  private List<Change> changes(long sequence, String after) {
    return sql.list(
        "SELECT changed_seq, id FROM object WHERE (changed_seq, id) > (?, ?)"
            + " ORDER BY changed_seq, id LIMIT "
            + Pages.ROWS,
        row -> new Change(row.integer(1), row.id(2)),
        sequence,
        after);
  }
}
