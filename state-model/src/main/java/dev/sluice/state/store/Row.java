package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The current row of a result, read by column number from 1. A value that cannot have been written
 * by this program is damage.
 */
final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  String text(int column) {
    try {
      String text = result.getString(column);
      if (text == null) {
        throw StoreFailure.damaged("a text is missing in the database");
      }
      return text;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  byte[] bytes(int column) {
    try {
      byte[] bytes = result.getBytes(column);
      if (bytes == null) {
        throw StoreFailure.damaged("a value is missing in the database");
      }
      return bytes;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  /** All columns as bytes, text in UTF-8 and numbers in decimal digits. */
  List<byte[]> values() {
    try {
      var values = new ArrayList<byte[]>();
      for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
        values.add(
            result.getObject(column) instanceof byte[] bytes
                ? bytes
                : text(column).getBytes(StandardCharsets.UTF_8));
      }
      return values;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  long integer(int column) {
    try {
      return result.getLong(column);
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  boolean isNull(int column) {
    try {
      return result.getObject(column) == null;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  Instant time(int column) {
    return Instant.ofEpochMilli(integer(column));
  }

  Digest digest(int column) {
    byte[] bytes = bytes(column);
    if (bytes.length != Digest.LENGTH) {
      throw StoreFailure.damaged("a digest in the database has another length");
    }
    return Digest.finish(bytes);
  }

  ObjectId id(int column) {
    try {
      return ObjectId.parse(text(column));
    } catch (NotCanonicalException e) {
      throw StoreFailure.damaged("an id in the database is none");
    }
  }

  /** One of {@code type}'s {@link Enum#toString()} words. */
  <E extends Enum<E>> E word(int column, Class<E> type) {
    String word = text(column);
    for (E constant : type.getEnumConstants()) {
      if (constant.toString().equals(word)) {
        return constant;
      }
    }
    throw StoreFailure.damaged("a word in the database is unknown");
  }
}
