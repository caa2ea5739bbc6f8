package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.StoreException.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A side's state, to read and to change. Whoever holds one is the only writer, in this process and
 * in all others; {@link ReadOnlyStore} looks without asking.
 *
 * <p>Reads run beside each other and beside a write. Writes of several threads run one after the
 * other.
 */
public final class StateStore implements AutoCloseable {
  private final Sql sql;
  private final Tables tables;
  private final BlobFiles blobFiles;
  private final BlobStore blobs;
  private final ReadOnlyStore reading;
  private final StoreLock lock;
  private final Clock clock;
  private final ReentrantLock writing = new ReentrantLock();
  private boolean failed;

  /**
   * @param sql the database in {@code folder}; closed with this store, as is {@code lock}
   */
  StateStore(Path folder, Sql sql, StoreLock lock, Clock clock) throws StoreException {
    this.sql = sql;
    this.tables = Tables.over(sql);
    this.blobFiles = ReadOnlyStore.blobs(folder);
    this.blobs = new BlobStore(blobFiles);
    this.reading = ReadOnlyStore.at(folder);
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Makes the store of a new site. After a creation that was cut short it can be called again.
   *
   * @param folder made if it is missing; private to its owner
   * @param event explains the creation; the first entry of the audit log
   * @throws StoreException {@code ALREADY_EXISTS} if there is a store
   */
  public static StateStore create(Path folder, SiteIdentity site, AuditEvent event, Clock clock)
      throws StoreException {
    return StoreOpening.create(folder, site, event, clock);
  }

  /**
   * Opens the store of a site.
   *
   * @throws StoreException {@code NOT_A_SITE} if there is none, {@code LOCKED} if another has it
   *     open, {@code NEWER_VERSION} or {@code DAMAGED} if it cannot be trusted to work
   */
  public static StateStore open(Path folder, Clock clock) throws StoreException {
    return StoreOpening.open(folder, clock);
  }

  /** Runs {@code reader} over one snapshot: what is written meanwhile it does not see. */
  public <T, X extends Exception> T read(StoreView.Reader<T, X> reader) throws StoreException, X {
    return reading.read(reader);
  }

  /**
   * Runs {@code writer} and makes what it changed durable, together with the event. If it throws,
   * or the disk fails, nothing is changed.
   *
   * @param event explains the change
   * @throws IllegalStateException inside another write
   * @throws StoreException {@code FROZEN} if the site runs from an old copy of itself
   */
  public <T, X extends Exception> T write(AuditEvent event, StoreTransaction.Writer<T, X> writer)
      throws StoreException, X {
    return alone(
        event,
        transaction -> {
          transaction.requireNotFrozen();
          return writer.run(transaction);
        });
  }

  /** Does what {@link #write} does, also while the site is frozen. */
  public <T, X extends Exception> T recover(AuditEvent event, StoreTransaction.Writer<T, X> writer)
      throws StoreException, X {
    return alone(event, writer);
  }

  /** Lays out an empty database as that of {@code site}. */
  void begin(SiteIdentity site, AuditEvent event) throws StoreException {
    inTransaction(
        () -> {
          Schema.create(sql);
          tables.site().insert(site);
          append(event, 1, now());
          return site;
        });
  }

  private <T, X extends Exception> T alone(AuditEvent event, StoreTransaction.Writer<T, X> writer)
      throws StoreException, X {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a write inside a write");
    }
    writing.lock();
    try {
      return inTransaction(
          () -> {
            long sequence = tables.audit().head().sequence() + 1;
            Instant now = now();
            T result = run(writer, sequence, now);
            append(event, sequence, now);
            return result;
          });
    } finally {
      writing.unlock();
    }
  }

  private <T, X extends Exception> T run(
      StoreTransaction.Writer<T, X> writer, long sequence, Instant now) throws X {
    Sql lease = sql.lease();
    try {
      return writer.run(new StoreTransaction(Tables.over(lease), blobs, sequence, now));
    } finally {
      lease.end();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void append(AuditEvent event, long sequence, Instant now) {
    Digest previous = tables.audit().head().digest();
    tables.audit().append(new AuditEntry(sequence, now, previous, event));
  }

  private interface Work<T, X extends Exception> {
    T run() throws X;
  }

  private <T, X extends Exception> T inTransaction(Work<T, X> work) throws StoreException, X {
    if (failed) {
      throw new StoreException(Reason.IO, "a write failed before; open the store again");
    }
    try {
      sql.execute("BEGIN IMMEDIATE");
      T result = work.run();
      sql.execute("COMMIT");
      return result;
    } catch (StoreFailure e) {
      rollBack(e);
      failed = e.failure().reason() == Reason.IO;
      throw e.failure();
    } catch (Throwable e) {
      rollBack(e);
      throw e;
    }
  }

  /** SQLite has already rolled back after some failures; then there is nothing left to do. */
  private void rollBack(Throwable cause) {
    try {
      sql.execute("ROLLBACK");
    } catch (StoreFailure | IllegalStateException e) {
      cause.addSuppressed(e);
    }
  }

  /** The clock that writes are dated by. */
  public Clock clock() {
    return clock;
  }

  /** Where the parts of objects are kept. */
  public BlobStore blobs() {
    return blobs;
  }

  /** Blobs that neither an object nor a document needs. */
  public List<Digest> unneededBlobs() throws StoreException {
    return read(view -> blobFiles.list(name -> !view.needsBlob(name)));
  }

  /**
   * Removes the blobs that neither an object nor a document needs. They are forgotten in one write
   * and deleted after it, so a crash leaves at worst files that nobody believes in.
   *
   * <p>A blob that was put here and is to be referred to by a write still to come is among them:
   * the caller has no such blob in hand.
   *
   * @return what was removed; without any, nothing is written
   */
  public List<Digest> collect(AuditEvent event) throws StoreException {
    blobs.settle();
    List<Digest> unneeded = unneededBlobs();
    if (unneeded.isEmpty()) {
      return unneeded;
    }
    this.<Void, RuntimeException>write(
        event,
        transaction -> {
          transaction.forgetUnneededBlobs();
          return null;
        });
    blobs.remove(Set.copyOf(unneeded));
    return unneeded;
  }

  /** The digests of the present state. */
  public StateDigest digest() throws StoreException {
    return reading.digest();
  }

  /**
   * Folds the write-ahead log into the database, unless somebody is still reading it, and gives the
   * lock back. Everything committed is durable already, so a failure here loses nothing, but is
   * worth knowing.
   */
  @Override
  public void close() throws StoreException {
    try (lock;
        sql) {
      blobs.settle();
      sql.execute("PRAGMA busy_timeout = 0");
      sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (StoreFailure e) {
      throw e.failure();
    }
  }
}
