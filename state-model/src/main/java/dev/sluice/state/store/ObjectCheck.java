package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Whether every object can be read, is the one it is filed as, and has the parts filed for it. */
final class ObjectCheck implements SubjectCheck {
  private final Sql sql;
  private final ObjectTable objects;

  ObjectCheck(Sql sql, ObjectTable objects) {
    this.sql = sql;
    this.objects = objects;
  }

  @Override
  public void run(Consumer<StoreFault> faults) {
    sql.forEach(
        "SELECT id FROM object ORDER BY id",
        row -> {
          ObjectId id = row.id(1);
          fault(id)
              .map(found -> new StoreFault(StoreFault.Kind.OBJECT_DAMAGED, id.text(), found))
              .ifPresent(faults);
        });
  }

  private Optional<String> fault(ObjectId id) {
    Optional<StateObject> object = read(id);
    if (object.isEmpty()) {
      return Optional.of("its content cannot be read");
    }
    var parts = new TreeMap<String, Digest>();
    object.get().parts().forEach((name, part) -> parts.put(name, part.digest()));
    return parts.equals(filed(id))
        ? Optional.empty()
        : Optional.of("its parts are not those that are filed");
  }

  private Map<String, Digest> filed(ObjectId id) {
    var filed = new TreeMap<String, Digest>();
    sql.list("SELECT name, digest FROM part WHERE object = ?", Part::of, id)
        .forEach(part -> filed.put(part.name(), part.digest()));
    return filed;
  }

  private record Part(String name, Digest digest) {
    static Part of(Row row) {
      return new Part(row.text(1), row.digest(2));
    }
  }

  private Optional<StateObject> read(ObjectId id) {
    try {
      return objects.find(id).filter(object -> object.id().equals(id));
    } catch (StoreFailure e) {
      if (e.failure().reason() != StoreException.Reason.DAMAGED) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
