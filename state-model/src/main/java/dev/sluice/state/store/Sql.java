package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One connection: runs statements, keeps them prepared, and is the only place that sees an {@link
 * SQLException}. Failures leave as {@link StoreFailure}.
 */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared;
  private boolean ended;

  Sql(Connection connection) {
    this(connection, new HashMap<>());
  }

  private Sql(Connection connection, Map<String, PreparedStatement> prepared) {
    this.connection = connection;
    this.prepared = prepared;
  }

  /**
   * The same connection, to be used until {@link #end}. What a transaction hands out rests on one,
   * so that nobody can go on with it after the commit.
   */
  Sql lease() {
    return new Sql(connection, prepared);
  }

  /** Makes every later use of this lease an {@link IllegalStateException}. */
  void end() {
    ended = true;
  }

  /** Runs a statement that takes no values and gives none. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs a statement that changes rows, and tells how many. */
  int update(String sql, Object... arguments) {
    try {
      return prepare(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  void forEach(String sql, Consumer<Row> action) {
    try (ResultSet result = prepare(sql).executeQuery()) {
      var row = new Row(result);
      while (result.next()) {
        action.accept(row);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  <T> List<T> list(String sql, Function<Row, T> shape, Object... arguments) {
    try (ResultSet result = prepare(sql, arguments).executeQuery()) {
      var row = new Row(result);
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(shape.apply(row));
      }
      return rows;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The first row, if there is one. */
  <T> Optional<T> first(String sql, Function<Row, T> shape, Object... arguments) {
    try (ResultSet result = prepare(sql, arguments).executeQuery()) {
      return result.next() ? Optional.of(shape.apply(new Row(result))) : Optional.empty();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The first column of a row that has to be there. */
  String value(String sql) {
    return first(sql, row -> row.text(1)).orElseThrow(() -> StoreFailure.damaged("no row"));
  }

  private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
    if (ended) {
      throw new IllegalStateException("used after its transaction");
    }
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Digest digest) {
      statement.setBytes(index, digest.toBytes());
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Instant time) {
      statement.setLong(index, time.toEpochMilli());
    } else if (value instanceof String || value instanceof ObjectId || value instanceof Enum) {
      statement.setString(index, value.toString());
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  static StoreFailure failure(SQLException e) {
    return new StoreFailure(StoreException.of(e));
  }

  @Override
  public void close() {
    end();
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
