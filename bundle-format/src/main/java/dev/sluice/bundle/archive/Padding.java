package dev.sluice.bundle.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Zeros in a skippable zstd frame (RFC 8878, 3.1.2) at the end of a stream, which every
 * decompressor steps over. They round the length up to a step of Padmé: a number whose binary
 * mantissa is no longer than its exponent, at most 12 % away.
 */
final class Padding {
  static final int MAGIC = 0x184D2A50;

  private static final int HEADER_LENGTH = 8;
  private static final int BUFFER = 64 << 10;

  private Padding() {}

  /**
   * Ends a stream that is {@code length} bytes long, so that it becomes no longer than {@code
   * most}.
   */
  static void write(OutputStream out, long length, long most) throws IOException {
    long least = length + HEADER_LENGTH;
    long zeros = Math.min(step(least), most) - least;
    if (zeros < 0) {
      return;
    }
    writeNumber(out, MAGIC);
    writeNumber(out, zeros);
    for (long left = zeros; left > 0; left -= BUFFER) {
      out.write(new byte[(int) Math.min(left, BUFFER)]);
    }
  }

  /** The least step of Padmé that is not below {@code length}. */
  static long step(long length) {
    int exponent = 63 - Long.numberOfLeadingZeros(length);
    int mantissa = 32 - Integer.numberOfLeadingZeros(exponent);
    long mask = (1L << Math.max(0, exponent - mantissa)) - 1;
    return (length + mask) & ~mask;
  }

  /** Reads over the rest of the frame, which has to be zeros and the last of the stream. */
  static void skip(InputStream in) throws IOException {
    long left = readNumber(in);
    while (left > 0) {
      byte[] zeros = in.readNBytes((int) Math.min(left, BUFFER));
      if (zeros.length == 0 || !Arrays.equals(zeros, new byte[zeros.length])) {
        throw refused();
      }
      left -= zeros.length;
    }
    if (in.read() >= 0) {
      throw refused();
    }
  }

  private static void writeNumber(OutputStream out, long number) throws IOException {
    out.write(
        new byte[] {
          (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)
        });
  }

  private static long readNumber(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Integer.BYTES);
    if (bytes.length < Integer.BYTES) {
      throw refused();
    }
    long number = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      number = number << 8 | (bytes[i] & 0xff);
    }
    return number;
  }

  private static ArchiveException refused() {
    return new ArchiveException(
        ArchiveException.Reason.FORM, "the volume's padding is not zeros up to its end");
  }
}
