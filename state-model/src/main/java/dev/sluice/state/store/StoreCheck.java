package dev.sluice.state.store;

import dev.sluice.state.store.StoreException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Looks through a whole store for damage. It takes no lock, repairs nothing and changes nothing; it
 * sees what is committed when it starts.
 */
public final class StoreCheck {
  /** How closely to look. */
  public enum Depth {
    /** Blobs are measured, not read, and the indexes of the database are believed. */
    QUICK,
    /** Every byte is read. */
    FULL
  }

  private final Path database;
  private final BlobFiles blobs;

  private StoreCheck(Path folder) {
    this.database = ReadOnlyStore.database(folder);
    this.blobs = ReadOnlyStore.blobs(folder);
  }

  /**
   * Finds the store in {@code folder}.
   *
   * @throws StoreException {@code NOT_A_SITE} if there is none
   */
  public static StoreCheck of(Path folder) throws StoreException {
    ReadOnlyStore.requireSite(folder);
    return new StoreCheck(folder);
  }

  /** How many bytes of blobs a full check reads; 0 if the database cannot tell. */
  public long blobBytes() {
    try (Sql sql = Database.forReading(database)) {
      return Long.parseLong(sql.value("SELECT coalesce(sum(bytes), 0) FROM blob"));
    } catch (StoreFailure e) {
      return 0;
    }
  }

  /**
   * Looks.
   *
   * @param read is told of every piece of a blob that was read, in bytes
   * @return what is wrong, subject by subject; nothing for a whole store
   * @throws StoreException if the disk fails, or a newer program wrote the store
   */
  public List<StoreFault> run(Depth depth, LongConsumer read) throws StoreException {
    var faults = new ArrayList<StoreFault>();
    try (Sql sql = Database.forReading(database)) {
      sql.execute("BEGIN");
      faults.addAll(SchemaCheck.of(sql));
      if (!faults.isEmpty()) {
        return List.copyOf(faults);
      }
      for (SubjectCheck check : checks(sql, depth, read)) {
        run(check, faults::add);
      }
    } catch (StoreFailure e) {
      faults.add(unreadable(e.failure()));
    }
    return List.copyOf(faults);
  }

  private List<SubjectCheck> checks(Sql sql, Depth depth, LongConsumer read) {
    Tables tables = Tables.over(sql);
    return List.of(
        new DatabaseCheck(sql, depth),
        new ObjectCheck(sql, tables.objects()),
        new DocumentCheck(sql),
        new BlobCheck(sql, tables.blobs(), blobs, depth, read),
        new ChainCheck(tables),
        faults -> checkAudit(tables, faults));
  }

  /** A subject that cannot even be read does not keep the others from being looked at. */
  private static void run(SubjectCheck check, Consumer<StoreFault> faults) throws StoreException {
    try {
      check.run(faults);
    } catch (StoreFailure e) {
      faults.accept(unreadable(e.failure()));
    }
  }

  private static StoreFault unreadable(StoreException failure) throws StoreException {
    if (failure.reason() != Reason.DAMAGED) {
      throw failure;
    }
    return new StoreFault(
        StoreFault.Kind.DATABASE_DAMAGED, "sluice.db", String.valueOf(failure.getMessage()));
  }

  private static void checkAudit(Tables tables, Consumer<StoreFault> faults) {
    new AuditLog(tables.audit())
        .verify()
        .ifPresent(
            broken ->
                faults.accept(
                    new StoreFault(
                        StoreFault.Kind.AUDIT_BROKEN,
                        "entry " + broken.sequence(),
                        broken.fault().toString())));
  }
}
