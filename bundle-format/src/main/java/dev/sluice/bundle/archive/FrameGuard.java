package dev.sluice.bundle.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes a zstd stream on while following its frames (RFC 8878 section 3.1), and refuses what a
 * decompressor would skip or look up elsewhere: skippable frames, frames of older formats,
 * dictionaries, reserved bits.
 */
final class FrameGuard extends FilterInputStream {
  private static final int MAGIC = 0xfd2fb528;
  private static final int MUST_BE_ZERO = 0b0001_1011;
  private static final int CHECKSUM = 0b0000_0100;
  private static final int SINGLE_SEGMENT = 0b0010_0000;
  private static final int CHECKSUM_LENGTH = 4;
  private static final int TYPE_RLE = 1;
  private static final int TYPE_RESERVED = 3;

  /** The numbers that say what follows. */
  private enum Part {
    MAGIC(4),
    DESCRIPTOR(1),
    BLOCK(3);

    private final int bits;

    Part(int bytes) {
      bits = 8 * bytes;
    }
  }

  private Part part = Part.MAGIC;
  private int number;
  private int shift;
  private long skip;
  private boolean checksum;

  FrameGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    int at = offset;
    while (at < offset + count) {
      if (skip > 0) {
        int step = (int) Math.min(skip, offset + count - at);
        skip -= step;
        at += step;
      } else {
        take(buffer[at++] & 0xff);
      }
    }
    return count;
  }

  private void take(int value) throws ArchiveException {
    number |= value << shift;
    shift += 8;
    if (shift == part.bits) {
      int whole = number;
      number = 0;
      shift = 0;
      follow(whole);
    }
  }

  private void follow(int value) throws ArchiveException {
    switch (part) {
      case MAGIC -> {
        require(value == MAGIC);
        part = Part.DESCRIPTOR;
      }
      case DESCRIPTOR -> {
        require((value & MUST_BE_ZERO) == 0);
        checksum = (value & CHECKSUM) != 0;
        skip = headerRest(value >> 6, (value & SINGLE_SEGMENT) != 0);
        part = Part.BLOCK;
      }
      case BLOCK -> block((value & 1) != 0, value >> 1 & 3, value >> 3);
    }
  }

  private void block(boolean last, int type, int size) throws ArchiveException {
    require(type != TYPE_RESERVED);
    skip = type == TYPE_RLE ? 1 : size;
    if (last) {
      skip += checksum ? CHECKSUM_LENGTH : 0;
      part = Part.MAGIC;
    }
  }

  /** Bytes of the window and of the content's size. */
  private static int headerRest(int sizeFlag, boolean singleSegment) {
    int size = sizeFlag == 0 ? 0 : 1 << sizeFlag;
    return singleSegment ? Math.max(size, 1) : size + 1;
  }

  private static void require(boolean rule) throws ArchiveException {
    if (!rule) {
      throw new ArchiveException(
          ArchiveException.Reason.FORM, "the volume is not made of plain zstd frames");
    }
  }
}
