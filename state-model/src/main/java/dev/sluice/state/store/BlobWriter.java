package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobRefusedException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Takes in one blob piece by piece. Until {@link #commit} it has no name and nobody can read it;
 * closed before that, it leaves nothing behind.
 */
public final class BlobWriter implements AutoCloseable {
  private final BlobStore store;
  private final Path file;
  private final FileChannel channel;
  private final long limit;
  private final MessageDigest hasher = Digest.hasher();
  private long bytes;
  private boolean handedOver;

  BlobWriter(BlobStore store, Path file, long limit) throws StoreException {
    this.store = store;
    this.file = file;
    this.limit = limit;
    try {
      this.channel = BlobFiles.create(file);
    } catch (IOException e) {
      throw StoreException.of(e, file.getParent());
    }
  }

  /**
   * Takes the next piece.
   *
   * @throws BlobRefusedException when the blob becomes longer than its limit
   */
  public void write(byte[] piece, int offset, int length)
      throws StoreException, BlobRefusedException {
    if (length > limit - bytes) {
      throw new BlobRefusedException(Reason.TOO_LONG, "blob longer than " + limit + " bytes");
    }
    hasher.update(piece, offset, length);
    bytes += length;
    try {
      ByteBuffer left = ByteBuffer.wrap(piece, offset, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException e) {
      throw StoreException.of(e, file);
    }
  }

  /** Keeps the blob under its digest. */
  public PartRef commit() throws StoreException {
    return publish(new PartRef(Digest.finish(hasher.digest()), bytes));
  }

  /**
   * Keeps the blob if it is the expected one.
   *
   * @throws BlobRefusedException if it is another; nothing is kept
   */
  public PartRef commit(PartRef expected) throws StoreException, BlobRefusedException {
    if (bytes != expected.bytes()) {
      throw new BlobRefusedException(
          Reason.WRONG_LENGTH, "blob has " + bytes + " bytes instead of " + expected.bytes());
    }
    Digest digest = Digest.finish(hasher.digest());
    if (!digest.equals(expected.digest())) {
      throw new BlobRefusedException(
          Reason.WRONG_DIGEST, "blob is " + digest + " instead of " + expected.digest());
    }
    return publish(expected);
  }

  private PartRef publish(PartRef blob) throws StoreException {
    try {
      channel.close();
      handedOver = true;
      store.publish(file, blob);
      return blob;
    } catch (IOException e) {
      throw StoreException.of(e, file.getParent());
    }
  }

  /** What cannot be removed now is removed when the store is opened next. */
  @Override
  public void close() {
    try {
      channel.close();
      if (!handedOver) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return;
    }
  }
}
