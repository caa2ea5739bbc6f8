package dev.sluice.state.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/** Makes and opens stores: under the lock, and only what can be trusted to work. */
final class StoreOpening {
  private StoreOpening() {}

  static StateStore create(Path folder, SiteIdentity site, AuditEvent event, Clock clock)
      throws StoreException {
    makeFolder(folder);
    return locked(folder, clock, lock -> createLocked(folder, site, event, lock, clock));
  }

  static StateStore open(Path folder, Clock clock) throws StoreException {
    ReadOnlyStore.requireSite(folder);
    return locked(folder, clock, lock -> openLocked(folder, lock, clock));
  }

  private interface Opening {
    StateStore run(StoreLock lock) throws StoreException;
  }

  private static StateStore locked(Path folder, Clock clock, Opening opening)
      throws StoreException {
    StoreLock lock = StoreLock.take(folder, clock);
    try {
      return opening.run(lock);
    } catch (StoreFailure e) {
      lock.close();
      throw e.failure();
    } catch (StoreException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static StateStore createLocked(
      Path folder, SiteIdentity site, AuditEvent event, StoreLock lock, Clock clock)
      throws StoreException {
    Sql sql = Database.forWriting(ReadOnlyStore.database(folder));
    try {
      if (!Schema.isEmpty(sql)) {
        throw new StoreException(Reason.ALREADY_EXISTS, "there is a site in " + folder);
      }
      ReadOnlyStore.blobs(folder).prepare();
      var store = new StateStore(folder, sql, lock, clock);
      store.begin(site, event);
      return store;
    } catch (StoreException | RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static StateStore openLocked(Path folder, StoreLock lock, Clock clock)
      throws StoreException {
    boolean stoppedUnclean = hasLog(folder);
    Sql sql = Database.forWriting(ReadOnlyStore.database(folder));
    try {
      if (Schema.isEmpty(sql)) {
        throw new StoreException(Reason.NOT_A_SITE, "the site in " + folder + " is unfinished");
      }
      if (stoppedUnclean && !sql.value("PRAGMA quick_check(1)").equals("ok")) {
        throw new StoreException(Reason.DAMAGED, "the database in " + folder + " is damaged");
      }
      ReadOnlyStore.blobs(folder).prepare();
      return new StateStore(folder, sql, lock, clock);
    } catch (StoreException | RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static void makeFolder(Path folder) throws StoreException {
    try {
      PrivateFiles.folder(folder);
      PrivateFiles.open(ReadOnlyStore.database(folder), Set.of(CREATE, WRITE)).close();
    } catch (IOException e) {
      throw StoreException.of(e, folder.toAbsolutePath().getParent());
    }
  }

  /** A clean {@link StateStore#close} leaves no write-ahead log. */
  private static boolean hasLog(Path folder) {
    Path log = folder.resolve(ReadOnlyStore.database(folder).getFileName() + "-wal");
    return log.toFile().length() > 0;
  }
}
