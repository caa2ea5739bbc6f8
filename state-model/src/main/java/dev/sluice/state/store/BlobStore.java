package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Blobs by content. They are durable before a write refers to them, and when {@link #settle} has
 * returned or the store was closed. For use by several threads.
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
  private final UnsettledBlobs unsettled;

  BlobStore(BlobFiles files) {
    this.files = files;
    this.unsettled = new UnsettledBlobs(files, proven::add);
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
    Optional<InputStream> fresh = unsettled.open(name);
    return fresh.isPresent() ? fresh.get() : files.open(name);
  }

  /**
   * Reads ranges of a durable blob, one after the other, without proof: who reads so has to hold
   * what they make of it against a digest. The stream ends where a range leads past the end of the
   * blob.
   *
   * @throws StoreException with {@code DAMAGED} when there is no such blob
   */
  public InputStream openRanges(Digest name, List<BlobRange> ranges) throws StoreException {
    return files.openRanges(name, ranges);
  }

  /** Reads {@code in} as {@link #open} reads a blob: proved to be {@code expected} at its end. */
  public static InputStream proving(InputStream in, PartRef expected) {
    return new BlobInput(in, expected.digest(), expected.bytes());
  }

  /** Whether there is a file for the durable blob; nothing is proved by it. */
  public boolean contains(Digest name) {
    return files.size(name).isPresent();
  }

  /** Makes everything durable that was put so far. */
  public void settle() throws StoreException {
    unsettled.settle();
  }

  /** Takes over a file that {@link BlobWriter} has written and hashed. */
  void publish(Path file, PartRef blob) throws IOException, StoreException {
    unsettled.add(file, blob);
  }

  /** Removes the files of blobs that no committed write refers to. */
  void remove(Set<Digest> names) throws StoreException {
    proven.removeIf(blob -> names.contains(blob.digest()));
    for (Digest name : names) {
      files.delete(name);
    }
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
    if (!proven.contains(blob) && unsettled.holds(blob)) {
      settle();
    }
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
