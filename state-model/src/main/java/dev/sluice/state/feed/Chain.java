package dev.sluice.state.feed;

import dev.sluice.canonical.Digest;
import java.security.MessageDigest;

/**
 * A feed, seen as its chain hashes.
 *
 * <p>The hash at position 0 is {@link Digest#ZERO}; each further one covers the one before and a
 * batch.
 */
public interface Chain {
  /** How many batches the feed has. */
  long length();

  /** The hash at {@code position}, which is between 0 and {@link #length}. */
  Digest at(long position);

  /** The hash after {@code previous} when the batch {@code batchId} is appended. */
  static Digest next(Digest previous, Digest batchId) {
    MessageDigest hasher = Digest.hasher();
    hasher.update(previous.toBytes());
    hasher.update(batchId.toBytes());
    return Digest.finish(hasher.digest());
  }
}
