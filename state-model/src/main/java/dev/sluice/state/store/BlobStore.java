package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Blobs by content. A blob is durable when a method here has returned its {@link PartRef}.
 *
 * <p>A blob that no write ever refers to is no part of the state, which is why none of this takes
 * an audit event; such blobs are harmless and can be collected. A file is never believed because of
 * its name: what this process did not write itself, it hashes before the first write refers to it.
 */
public final class BlobStore {
  private static final int BUFFER = 1 << 16;

  private final BlobFiles files;
  private final AtomicLong counter = new AtomicLong();
  private final Set<PartRef> proven = ConcurrentHashMap.newKeySet();

  BlobStore(BlobFiles files) {
    this.files = files;
  }

  /** Starts a blob of at most {@code limit} bytes. */
  public BlobWriter writer(long limit) throws StoreException {
    return new BlobWriter(this, files.incoming(counter.incrementAndGet()), limit);
  }

  /**
   * Takes in everything that {@code in} gives.
   *
   * @param limit the most bytes to accept
   * @throws IOException only when {@code in} fails
   * @throws BlobRefusedException when there are more bytes
   */
  public PartRef put(InputStream in, long limit)
      throws IOException, StoreException, BlobRefusedException {
    try (BlobWriter writer = writer(limit)) {
      copy(in, writer);
      return writer.commit();
    }
  }

  /**
   * Takes in a blob that was announced.
   *
   * @throws IOException only when {@code in} fails
   * @throws BlobRefusedException when {@code in} gives something else
   */
  public PartRef put(InputStream in, PartRef expected)
      throws IOException, StoreException, BlobRefusedException {
    try (BlobWriter writer = writer(expected.bytes())) {
      copy(in, writer);
      return writer.commit(expected);
    }
  }

  private static void copy(InputStream in, BlobWriter writer)
      throws IOException, StoreException, BlobRefusedException {
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      writer.write(buffer, 0, count);
    }
  }

  /**
   * Reads a blob. The stream hashes what it gives and throws {@link BlobDamagedException} before it
   * gives the last bytes of something else.
   *
   * @throws StoreException with {@code DAMAGED} when there is no such blob
   */
  public InputStream open(Digest name) throws StoreException {
    return files.open(name);
  }

  /** Publishes a file that {@link BlobWriter} has written and hashed. */
  void publish(Path file, FileChannel channel, PartRef blob) throws IOException {
    files.publish(file, channel, blob.digest());
    proven.add(blob);
  }

  /** Removes the file of a blob that no committed write refers to. */
  void remove(Digest name) throws StoreException {
    proven.removeIf(blob -> blob.digest().equals(name));
    files.delete(name);
  }

  /** The length of a blob's file; 0 if it has none. */
  public long size(Digest name) {
    return files.size(name).orElse(0L);
  }

  /** Whether the blob can be proved to be here, whole and durable. */
  boolean holds(PartRef blob) {
    try {
      require(blob);
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  /** Proves that the blob is here, whole and durable, unless this process already has. */
  void require(PartRef blob) throws StoreException {
    if (proven.contains(blob)) {
      return;
    }
    try (InputStream in = open(blob.digest())) {
      if (in.transferTo(OutputStream.nullOutputStream()) != blob.bytes()) {
        throw new StoreException(
            Reason.DAMAGED, "blob " + blob.digest() + " has not " + blob.bytes() + " bytes");
      }
      files.sync(blob.digest());
    } catch (BlobDamagedException e) {
      throw new StoreException(Reason.DAMAGED, e.getMessage());
    } catch (IOException e) {
      throw new StoreException(Reason.IO, "blob " + blob.digest() + " cannot be read");
    }
    proven.add(blob);
  }
}
