package dev.sluice.bundle.archive;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Zstandard (RFC 8878), in frames of 8 MiB that any decompressor reads as one stream. A window is
 * at most 8 MiB, so that a reader's memory is bounded.
 */
public final class Zstd {
  private static final int BUFFER = 64 << 10;

  private Zstd() {}

  /** Compresses into {@code out} without a bound on the length that padding may bring. */
  public static OutputStream compress(OutputStream out) {
    return compress(out, Long.MAX_VALUE);
  }

  /**
   * Compresses into {@code out}. Closing ends the stream, pads it with zeros so that its length
   * tells little, and closes {@code out}; after a failure it does none of these.
   *
   * <p>Takes 16 MiB of memory for each core and 32 more once there is more than one frame.
   *
   * @param most length that padding does not exceed
   */
  public static OutputStream compress(OutputStream out, long most) {
    return new FrameWriter(out, most);
  }

  /**
   * Decompresses {@code in}; a broken frame, a larger window, or a skippable frame other than zeros
   * at the very end is an {@link ArchiveException}. Reads ahead by up to 8 MiB for each core and 8
   * more.
   */
  public static InputStream decompress(InputStream in) {
    return new FrameReader(new BufferedInputStream(in, BUFFER));
  }
}
