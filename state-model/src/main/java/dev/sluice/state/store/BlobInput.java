package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Reads a blob's file and hashes it again. The last bytes are handed out only after the digest
 * fits, so that not even a reader who counts bytes and never asks for the end misses damage.
 */
final class BlobInput extends InputStream {
  private final InputStream file;
  private final Digest name;
  private final MessageDigest hasher = Digest.hasher();
  private long left;
  private boolean proven;

  BlobInput(InputStream file, Digest name, long bytes) {
    this.file = file;
    this.name = name;
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      prove();
      return -1;
    }
    int count = file.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new BlobDamagedException(name);
    }
    hasher.update(bytes, offset, count);
    left -= count;
    if (left == 0) {
      prove();
    }
    return count;
  }

  private void prove() throws IOException {
    if (!proven && !(Digest.finish(hasher.digest()).equals(name) && file.read() < 0)) {
      throw new BlobDamagedException(name);
    }
    proven = true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
