package dev.sluice.datasite;

import dev.sluice.datasite.FolderReading.Found;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.Sighting;
import dev.sluice.state.store.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes in the files of a tracked folder, on all cores, and passes over those that look as they did
 * when they were read before.
 */
final class FileIntake implements AutoCloseable {
  private static final long LARGEST_FILE = 1L << 40;
  private static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors());

  private final Datasite site;
  private final Scan scan;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  FileIntake(Datasite site, Scan scan) {
    this.site = site;
    this.scan = scan;
  }

  /** What {@code reading} holds, given what was seen of it before. */
  TreeContent take(FolderReading reading, Map<String, Sighting> seen)
      throws DatasiteException, StoreException {
    var parts = new TreeMap<String, PartRef>();
    var reads = new TreeMap<String, Future<PartRef>>();
    for (var entry : reading.files().entrySet()) {
      Found file = entry.getValue();
      Optional<PartRef> known = known(file.stamp(), seen.get(entry.getKey()));
      if (known.isPresent()) {
        parts.put(entry.getKey(), known.get());
      } else {
        scan.planned(file.stamp().bytes());
        reads.put(entry.getKey(), threads.submit(() -> read(file)));
      }
    }
    var fresh = new TreeMap<String, Sighting>();
    for (var read : reads.entrySet()) {
      PartRef content = result(read.getValue());
      parts.put(read.getKey(), content);
      FileStamp stamp = reading.files().get(read.getKey()).stamp();
      if (stamp.isSettled(scan.begun()) && stamp.bytes() == content.bytes()) {
        fresh.put(read.getKey(), new Sighting(stamp.text(), content));
      }
    }
    var stale =
        seen.keySet().stream()
            .filter(
                path ->
                    reads.containsKey(path) ? !fresh.containsKey(path) : !parts.containsKey(path))
            .toList();
    return new TreeContent(parts, fresh, stale);
  }

  private Optional<PartRef> known(FileStamp stamp, Sighting before) {
    return Optional.ofNullable(before)
        .filter(sighting -> scan.extent() == Scan.Extent.CHANGED)
        .filter(sighting -> sighting.stamp().equals(stamp.text()))
        .map(Sighting::content);
  }

  private PartRef read(Found file) throws DatasiteException, StoreException {
    PartRef content = site.keep(file.path(), LARGEST_FILE);
    scan.done(file.stamp().bytes());
    return content;
  }

  private static PartRef result(Future<PartRef> read) throws DatasiteException, StoreException {
    try {
      return read.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasiteException(DatasiteException.Reason.UNFIT_FILE, "reading was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DatasiteException refused) {
        throw refused;
      }
      if (e.getCause() instanceof StoreException failed) {
        throw failed;
      }
      throw new IllegalStateException("a file was not read", e.getCause());
    }
  }

  /** Files that are not being read yet never will be. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
