package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.state.audit.AuditBreak;
import dev.sluice.state.store.ReadOnlyStore;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a site's store holds, when it is sound. */
final class SiteState {
  private static final String NEEDED_BLOBS =
      "SELECT lower(hex(digest)) FROM part UNION SELECT lower(hex(digest)) FROM document_blob";

  /** What one side knows of the other's batches, without what two runs may do differently. */
  private static final String RECEIVED =
      "SELECT position || ' ' || root || ' ' || hex(chain) FROM inbox"
          + " UNION ALL SELECT name || ' ' || acked_position || ' ' || in_position FROM peer"
          + " ORDER BY 1";

  private SiteState() {}

  /**
   * The digest of the store, whose audit log and blobs are proved.
   *
   * @throws AssertionError if they are not what they should be
   */
  static Digest proved(Path store) throws Exception {
    ReadOnlyStore reading = ReadOnlyStore.at(store);
    assertThat(reading.<Optional<AuditBreak>, RuntimeException>read(view -> view.audit().verify()))
        .isEmpty();
    for (String blob : rows(store, NEEDED_BLOBS)) {
      try (InputStream in = reading.openBlob(Digest.parse(blob))) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return reading.digest().content();
  }

  static List<String> received(Path store) throws SQLException {
    return rows(store, RECEIVED);
  }

  private static List<String> rows(Path store, String query) throws SQLException {
    var rows = new ArrayList<String>();
    String database = "jdbc:sqlite:" + store.resolve("sluice.db");
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
