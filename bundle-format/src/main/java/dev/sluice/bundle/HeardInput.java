package dev.sluice.bundle;

import java.io.IOException;
import java.io.InputStream;

/** Tells of what is read. */
final class HeardInput extends PieceInput {
  private final Headway headway;

  HeardInput(InputStream in, Headway headway) {
    super(in);
    this.headway = headway;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      headway.advance(count);
    }
    return count;
  }
}
