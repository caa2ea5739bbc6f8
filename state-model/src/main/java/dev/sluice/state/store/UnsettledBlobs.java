package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Blobs that are written and hashed, and not yet durable. They keep their passing names until a
 * write needs one of them, or they have become many; then all are made durable together.
 */
final class UnsettledBlobs {
  private static final int MOST = 2048;

  /**
   * As much as a disk writes in a moment, so that it is not idle until the end of a long intake.
   */
  private static final long MOST_BYTES = 64 << 20;

  private final BlobFiles files;
  private final Consumer<PartRef> settled;
  private final Map<Digest, Waiting> waiting = new HashMap<>();
  private long bytes;

  /** A whole blob under its passing name. */
  record Waiting(Path file, PartRef blob) {}

  /**
   * @param settled is told of every blob that has become durable
   */
  UnsettledBlobs(BlobFiles files, Consumer<PartRef> settled) {
    this.files = files;
    this.settled = settled;
  }

  synchronized void add(Path file, PartRef blob) throws IOException, StoreException {
    if (waiting.putIfAbsent(blob.digest(), new Waiting(file, blob)) != null) {
      Files.delete(file);
      return;
    }
    bytes += blob.bytes();
    if (waiting.size() >= MOST || bytes >= MOST_BYTES) {
      settle();
    }
  }

  synchronized boolean holds(PartRef blob) {
    return waiting.containsKey(blob.digest());
  }

  synchronized Optional<InputStream> open(Digest name) throws StoreException {
    Waiting fresh = waiting.get(name);
    return fresh == null ? Optional.empty() : Optional.of(BlobFiles.open(fresh.file(), name));
  }

  /** Forgets all that waits. */
  synchronized void discard() {
    waiting.values().forEach(blob -> remove(blob.file()));
    waiting.clear();
    bytes = 0;
  }

  /** What cannot be removed now is removed when the store is opened next. */
  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return;
    }
  }

  /** What fails here is forgotten; the files go when the store is opened next. */
  synchronized void settle() throws StoreException {
    List<Waiting> group = List.copyOf(waiting.values());
    waiting.clear();
    bytes = 0;
    try {
      files.publish(group);
      group.forEach(blob -> settled.accept(blob.blob()));
    } catch (IOException e) {
      throw files.failure(e);
    }
  }
}
