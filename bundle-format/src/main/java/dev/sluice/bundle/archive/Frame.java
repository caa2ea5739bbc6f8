package dev.sluice.bundle.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bytes of one zstd frame, walked block by block while they are read (RFC 8878, 3.1.1). Ends
 * where the frame ends, and refuses what the layout of a frame forbids before a decompressor sees
 * it; what the blocks hold is for that to judge.
 */
final class Frame extends InputStream {
  static final int LARGEST_WINDOW_LOG = 23;

  private static final int MAGIC = 0xFD2FB528;
  private static final int BLOCK_MOST = 128 << 10;
  private static final int CHECKSUM_LENGTH = 4;
  private static final int BLOCK_HEADER_LENGTH = 3;

  private final InputStream source;
  private final byte[] head = new byte[18];
  private int headLength;
  private int headRead;
  private OptionalLong contentLength = OptionalLong.empty();
  private long window;
  private boolean checksum;
  private int left;
  private boolean lastBlock;
  private boolean ended;

  private Frame(InputStream source) {
    this.source = source;
  }

  /**
   * Starts the next frame.
   *
   * @return empty if the stream has ended, where it may: after a frame, or after zeros for padding
   */
  static Optional<Frame> next(InputStream source) throws IOException {
    var frame = new Frame(source);
    frame.headLength = source.readNBytes(frame.head, 0, Integer.BYTES);
    if (frame.headLength == 0) {
      return Optional.empty();
    }
    int magic = (int) frame.number(0, frame.headLength);
    if (frame.headLength == Integer.BYTES && magic == Padding.MAGIC) {
      Padding.skip(source);
      return Optional.empty();
    }
    if (frame.headLength < Integer.BYTES || magic != MAGIC) {
      throw refused("the volume is not a zstd stream");
    }
    frame.readHeader();
    return Optional.of(frame);
  }

  /** How many bytes the frame unpacks to, if it says so. */
  OptionalLong contentLength() {
    return contentLength;
  }

  private void readHeader() throws IOException {
    int descriptor = readHead(1);
    boolean single = (descriptor & 0x20) != 0;
    checksum = (descriptor & 0x04) != 0;
    if ((descriptor & 0x18) != 0 || (descriptor & 0x03) != 0) {
      throw refused("the volume has a zstd frame with reserved bits or a dictionary");
    }
    if (!single) {
      int size = readHead(1);
      long base = 1L << (10 + (size >> 3));
      window = base + base / 8 * (size & 7);
    }
    int sizeFlag = descriptor >> 6;
    int length = sizeFlag == 0 ? (single ? 1 : 0) : 1 << sizeFlag;
    if (length > 0) {
      readHead(length);
      long content = number(headLength - length, length) + (length == 2 ? 256 : 0);
      contentLength = OptionalLong.of(content);
      window = single ? content : window;
    }
    if (window > 1L << LARGEST_WINDOW_LOG || contentLength.orElse(0) < 0) {
      throw refused("the volume has a zstd frame with a window of more than 8 MiB");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    while (headRead == headLength && left == 0) {
      if (ended) {
        return -1;
      }
      nextBlock();
    }
    if (headRead < headLength) {
      int step = Math.min(length, headLength - headRead);
      System.arraycopy(head, headRead, to, offset, step);
      headRead += step;
      return step;
    }
    int count = source.read(to, offset, Math.min(length, left));
    if (count < 0) {
      throw cut();
    }
    left -= count;
    return count;
  }

  private void nextBlock() throws IOException {
    if (lastBlock) {
      left = checksum ? CHECKSUM_LENGTH : 0;
      ended = true;
      return;
    }
    headLength = 0;
    headRead = 0;
    int header = readHead(BLOCK_HEADER_LENGTH);
    lastBlock = (header & 1) != 0;
    int length = header >> 3;
    if (length > Math.min(window, BLOCK_MOST)) {
      throw refused("the volume has a zstd block of more than its frame allows");
    }
    left =
        switch (header >> 1 & 3) {
          case 0, 2 -> length;
          case 1 -> 1;
          default -> throw refused("the volume has a zstd block of a reserved type");
        };
  }

  private int readHead(int count) throws IOException {
    if (source.readNBytes(head, headLength, count) < count) {
      throw cut();
    }
    headLength += count;
    return (int) number(headLength - count, count);
  }

  private long number(int from, int count) {
    long number = 0;
    for (int i = count - 1; i >= 0; i--) {
      number = number << 8 | (head[from + i] & 0xff);
    }
    return number;
  }

  private static ArchiveException cut() {
    return refused("the volume ends within a zstd frame");
  }

  private static ArchiveException refused(String sentence) {
    return new ArchiveException(ArchiveException.Reason.FORM, sentence);
  }
}
