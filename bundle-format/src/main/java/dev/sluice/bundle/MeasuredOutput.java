package dev.sluice.bundle;

import dev.sluice.canonical.Digest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what passes through. */
final class MeasuredOutput extends FilterOutputStream {
  private final MessageDigest hasher = Digest.hasher();
  private long length;

  MeasuredOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    hasher.update(bytes, offset, count);
    length += count;
  }

  long length() {
    return length;
  }

  /** Digest of all that was written; to be asked once. */
  Digest digest() {
    return Digest.finish(hasher.digest());
  }
}
