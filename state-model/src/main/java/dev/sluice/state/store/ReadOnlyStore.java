package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.store.StoreException.Reason;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A side's state, to look at only. It takes no lock: it works while another process writes, and
 * sees what is committed.
 */
public final class ReadOnlyStore {
  private static final String DATABASE = "sluice.db";
  private static final String BLOBS = "blobs";

  private final Path database;
  private final BlobFiles blobs;

  private ReadOnlyStore(Path folder) {
    this.database = database(folder);
    this.blobs = blobs(folder);
  }

  /**
   * Finds the store in {@code folder}. Nothing stays open between reads, so there is nothing to
   * close.
   *
   * @throws StoreException {@code NOT_A_SITE} if there is none
   */
  public static ReadOnlyStore at(Path folder) throws StoreException {
    requireSite(folder);
    return new ReadOnlyStore(folder);
  }

  static Path database(Path folder) {
    return folder.resolve(DATABASE);
  }

  static BlobFiles blobs(Path folder) {
    return new BlobFiles(folder.resolve(BLOBS));
  }

  static void requireSite(Path folder) throws StoreException {
    if (!Files.isRegularFile(database(folder))) {
      throw new StoreException(Reason.NOT_A_SITE, "no site in " + folder);
    }
  }

  /** Runs {@code reader} over one snapshot: what is written meanwhile it does not see. */
  public <T, X extends Exception> T read(StoreView.Reader<T, X> reader) throws StoreException, X {
    return inSnapshot((sql, tables) -> reader.run(new StoreView(tables)));
  }

  /** The digests of the present state. */
  public StateDigest digest() throws StoreException {
    return inSnapshot(StateDigest::of);
  }

  /**
   * The settings of SQLite that durability and integrity rest on, read back.
   *
   * @throws StoreException also when one is not as it has to be
   */
  public Map<String, String> settings() throws StoreException {
    return inSnapshot((sql, tables) -> Database.settings(sql));
  }

  /** Reads a blob, see {@link BlobStore#open}. */
  public InputStream openBlob(Digest name) throws StoreException {
    return blobs.open(name);
  }

  private interface Snapshot<T, X extends Exception> {
    T run(Sql sql, Tables tables) throws X;
  }

  private <T, X extends Exception> T inSnapshot(Snapshot<T, X> work) throws StoreException, X {
    try (Sql sql = Database.forReading(database)) {
      sql.execute("BEGIN");
      Tables tables = Tables.over(sql);
      tables.site().get();
      return work.run(sql, tables);
    } catch (StoreFailure e) {
      throw e.failure();
    }
  }
}
