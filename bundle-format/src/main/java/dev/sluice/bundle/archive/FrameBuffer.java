package dev.sluice.bundle.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;

/** Content on its way into one frame. For one thread at a time. */
final class FrameBuffer {
  /** Most content of a frame. */
  static final int MOST = 8 << 20;

  private static final int LEVEL = 3;
  private static final int FASTEST = -7;
  private static final int SAMPLES = 8;
  private static final int SAMPLE_LENGTH = 16 << 10;

  private byte[] content = new byte[256 << 10];
  private byte[] packed = new byte[0];
  private int length;
  private int packedLength;

  boolean isFull() {
    return length == MOST;
  }

  /** Appends content as far as it fits; returns how much did. */
  int fill(byte[] from, int offset, int count) {
    int step = Math.min(count, MOST - length);
    if (length + step > content.length) {
      int grown = Math.max(length + step, Math.min(MOST, content.length * 4));
      content = Arrays.copyOf(content, grown);
    }
    System.arraycopy(from, offset, content, length, step);
    length += step;
    return step;
  }

  void clear() {
    length = 0;
  }

  /** Makes the frame, with its length and a checksum; content that does not shrink fastest. */
  FrameBuffer compress() {
    int bound = Math.toIntExact(Zstd.compressBound(length));
    if (packed.length < bound) {
      packed = new byte[bound];
    }
    try (var zstd = new ZstdCompressCtx()) {
      zstd.setChecksum(true).setContentSize(true).setLevel(shrinks() ? LEVEL : FASTEST);
      packedLength = zstd.compressByteArray(packed, 0, packed.length, content, 0, length);
    }
    return this;
  }

  byte[] packed() {
    return packed;
  }

  int packedLength() {
    return packedLength;
  }

  /** Tries a few pieces from all over the content; media files and ciphertext give nothing. */
  private boolean shrinks() {
    if (length < SAMPLES * SAMPLE_LENGTH) {
      return true;
    }
    try (var zstd = new ZstdCompressCtx()) {
      zstd.setLevel(1);
      for (int i = 0; i < SAMPLES; i++) {
        int at = (int) ((long) (length - SAMPLE_LENGTH) * i / (SAMPLES - 1));
        int got = zstd.compressByteArray(packed, 0, packed.length, content, at, SAMPLE_LENGTH);
        if (got < SAMPLE_LENGTH - SAMPLE_LENGTH / 32) {
          return true;
        }
      }
      return false;
    }
  }
}
