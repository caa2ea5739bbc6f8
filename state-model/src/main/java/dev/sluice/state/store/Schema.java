package dev.sluice.state.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.state.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The tables, and which version of them a database has. */
final class Schema {
  static final int VERSION = 1;

  /** "slce": tells our databases from others. */
  private static final int APPLICATION = 0x736c6365;

  private static final String RESOURCE = "schema-" + VERSION + ".sql";

  private Schema() {}

  /** Whether nothing was ever made in this database, as after a creation that was cut short. */
  static boolean isEmpty(Sql sql) {
    return sql.value("SELECT count(*) FROM sqlite_schema").equals("0");
  }

  /** Makes the tables; has to run inside a transaction. */
  static void create(Sql sql) {
    for (String statement : script().split(";\\s*\n", -1)) {
      if (!statement.isBlank()) {
        sql.execute(statement);
      }
    }
    sql.execute("PRAGMA application_id = " + APPLICATION);
    sql.execute("PRAGMA user_version = " + VERSION);
  }

  /** Refuses a database that this version of the program does not understand. */
  static void check(Sql sql) {
    if (isEmpty(sql)) {
      return;
    }
    if (Integer.parseInt(sql.value("PRAGMA application_id")) != APPLICATION) {
      throw refused(Reason.NOT_A_SITE, "the database belongs to another program");
    }
    int version = Integer.parseInt(sql.value("PRAGMA user_version"));
    if (version > VERSION) {
      throw refused(
          Reason.NEWER_VERSION,
          "the store has schema " + version + "; this program knows up to " + VERSION);
    }
    if (version < VERSION) {
      throw refused(Reason.DAMAGED, "the store has no schema version");
    }
  }

  private static StoreFailure refused(Reason reason, String message) {
    return new StoreFailure(new StoreException(reason, message));
  }

  private static String script() {
    try (InputStream in = Schema.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
