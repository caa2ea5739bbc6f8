package dev.sluice.state.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Opens connections with the settings that durability and integrity rest on.
 *
 * <p>After a power cut, write-ahead logging with synchronous=FULL still has what was committed;
 * with NORMAL it may not, and a receipt would then have promised what is gone. Each setting is read
 * back, because SQLite ignores what it does not understand or cannot do.
 */
final class Database {
  private static final String BUSY_MILLISECONDS = "5000";

  /** Name and value of each setting, as SQLite gives it back. */
  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "busy_timeout", BUSY_MILLISECONDS,
              "cell_size_check", "1",
              "foreign_keys", "1",
              "fullfsync", "1",
              "journal_mode", "wal",
              "synchronous", "2",
              "trusted_schema", "0"));

  private Database() {}

  static Sql forWriting(Path file) {
    Sql sql = connect(file);
    return settled(sql);
  }

  /** A connection on which the database itself refuses every change. */
  static Sql forReading(Path file) {
    Sql sql = settled(connect(file));
    sql.execute("PRAGMA query_only = 1");
    return sql;
  }

  /** An empty database that is gone when it is closed. */
  static Sql inMemory() {
    try {
      return new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"));
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  /** A file URI, because a plain path may hold a question mark, after which options start. */
  static Sql connect(Path file) {
    try {
      return new Sql(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri()));
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private static Sql settled(Sql sql) {
    try {
      Schema.check(sql);
      SETTINGS.forEach((name, value) -> sql.execute("PRAGMA " + name + " = " + value));
      verifySettings(sql);
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /** Every setting, as SQLite gives it back. */
  static Map<String, String> settings(Sql sql) {
    var settings = new TreeMap<String, String>();
    SETTINGS.keySet().forEach(name -> settings.put(name, sql.value("PRAGMA " + name)));
    return settings;
  }

  static void verifySettings(Sql sql) {
    SETTINGS.forEach(
        (name, value) -> {
          String actual = sql.value("PRAGMA " + name);
          if (!actual.equals(value)) {
            throw new StoreFailure(
                new StoreException(
                    StoreException.Reason.IO,
                    "the database cannot be used safely here: "
                        + name
                        + " is "
                        + actual
                        + " instead of "
                        + value));
          }
        });
  }
}
