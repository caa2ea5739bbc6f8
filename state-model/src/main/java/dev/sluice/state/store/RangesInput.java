package dev.sluice.state.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Ranges of a file, one after the other. */
final class RangesInput extends InputStream {
  private final SeekableByteChannel file;
  private final Deque<BlobRange> ranges;
  private long left;

  RangesInput(SeekableByteChannel file, List<BlobRange> ranges) {
    this.file = file;
    this.ranges = new ArrayDeque<>(ranges);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (left == 0) {
      if (ranges.isEmpty()) {
        return -1;
      }
      BlobRange next = ranges.remove();
      file.position(next.offset());
      left = next.bytes();
    }
    int count = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
