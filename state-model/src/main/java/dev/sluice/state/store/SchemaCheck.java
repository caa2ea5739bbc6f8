package dev.sluice.state.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the database has the tables and indexes that it was made with, and no others. */
final class SchemaCheck {
  private SchemaCheck() {}

  /** What differs; if there is anything, no other check can be made. */
  static List<StoreFault> of(Sql sql) {
    Map<String, String> found = statements(sql);
    var faults = new ArrayList<StoreFault>();
    try (Sql pristine = Database.inMemory()) {
      Schema.create(pristine);
      statements(pristine)
          .forEach(
              (name, made) -> {
                String kept = found.remove(name);
                if (kept == null) {
                  faults.add(fault(name, "is not there"));
                } else if (!kept.equals(made)) {
                  faults.add(fault(name, "is not as it was made"));
                }
              });
    }
    found.keySet().forEach(name -> faults.add(fault(name, "was not made by sluice")));
    faults.sort(Comparator.comparing(StoreFault::subject));
    return faults;
  }

  private static Map<String, String> statements(Sql sql) {
    var statements = new HashMap<String, String>();
    sql.forEach(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        row -> statements.put(row.text(1), row.text(2)));
    return statements;
  }

  private static StoreFault fault(String name, String found) {
    return new StoreFault(StoreFault.Kind.DATABASE_DAMAGED, name, found);
  }
}
