package dev.sluice.bundle;

import java.io.IOException;
import java.io.InputStream;

/** The next {@code left} bytes of a stream; reading ends there. */
final class Bounded extends PieceInput {
  private long left;

  Bounded(InputStream in, long left) {
    super(in);
    this.left = left;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }
}
