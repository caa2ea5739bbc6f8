package dev.sluice.bundle.work;

import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.security.MessageDigest;

/** A SHA-256 that goes on while its owner reads and writes; what is short is hashed at once. */
public final class HashBeside {
  private static final int WORTH_A_WORKER = 256 << 10;

  private final InOrder<MessageDigest> line = new InOrder<>();
  private MessageDigest hasher = Digest.hasher();

  /**
   * Hashes {@code count} bytes of {@code buffer}, which must not change before the next call has
   * returned.
   */
  public void update(byte[] buffer, int from, int count) throws IOException {
    await();
    MessageDigest mine = hasher;
    if (count < WORTH_A_WORKER) {
      mine.update(buffer, from, count);
    } else {
      line.submit(
          () -> {
            mine.update(buffer, from, count);
            return mine;
          });
    }
  }

  /** Digest of all bytes; to be asked once. */
  public Digest digest() throws IOException {
    await();
    return Digest.finish(hasher.digest());
  }

  private void await() throws IOException {
    if (!line.isEmpty()) {
      hasher = line.take();
    }
  }
}
