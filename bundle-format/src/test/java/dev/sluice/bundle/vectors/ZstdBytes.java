package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Zstandard frames (RFC 8878) put together by hand, without compression. */
final class ZstdBytes {
  static final int BLOCK_MAX = 128 << 10;
  private static final int RAW = 0;
  private static final int RLE = 1;

  private ZstdBytes() {}

  /** One frame with a window of 1 MiB: raw blocks, no checksum, no size. */
  static byte[] frame(byte[] content) {
    return join(header(10), blocks(content));
  }

  /** The header of a frame with a window of {@code 1 << (10 + exponent)} bytes. */
  static byte[] header(int exponent) {
    return bytes(0x28, 0xb5, 0x2f, 0xfd, 0, exponent << 3);
  }

  static byte[] blocks(byte[] content) {
    var out = new ByteArrayOutputStream();
    int at = 0;
    do {
      int length = Math.min(BLOCK_MAX, content.length - at);
      out.writeBytes(blockHeader(at + length == content.length, RAW, length));
      out.write(content, at, length);
      at += length;
    } while (at < content.length);
    return out.toByteArray();
  }

  /** A frame that unpacks to {@code count} blocks of 128 KiB of zeros: four bytes for each. */
  static byte[] zeros(int count) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(header(10));
    for (int i = 1; i <= count; i++) {
      out.writeBytes(blockHeader(i == count, RLE, BLOCK_MAX));
      out.write(0);
    }
    return out.toByteArray();
  }

  static byte[] blockHeader(boolean last, int type, int length) {
    int header = length << 3 | type << 1 | (last ? 1 : 0);
    return bytes(header, header >> 8, header >> 16);
  }

  /** A frame that every decompressor skips. */
  static byte[] skippable(String content) {
    return join(bytes(0x5a, 0x2a, 0x4d, 0x18, content.length(), 0, 0, 0), latin(content));
  }

  static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
