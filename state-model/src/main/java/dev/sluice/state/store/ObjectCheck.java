package dev.sluice.state.store;

import dev.sluice.state.ObjectId;
import java.util.function.Consumer;

/** Whether every object can be read, and is the one it is filed as. */
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
          if (!isReadable(id)) {
            faults.accept(
                new StoreFault(
                    StoreFault.Kind.OBJECT_DAMAGED, id.text(), "its content cannot be read"));
          }
        });
  }

  private boolean isReadable(ObjectId id) {
    try {
      return objects.find(id).map(object -> object.id().equals(id)).orElse(false);
    } catch (StoreFailure e) {
      if (e.failure().reason() != StoreException.Reason.DAMAGED) {
        throw e;
      }
      return false;
    }
  }
}
