package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.archive.EntryWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Archives from entries that can be bent; an entry is a header, its content and the padding. */
final class TarBytes {
  static final int BLOCK = 512;
  static final int NAME = 0;
  static final int MODE = 100;
  static final int UID = 108;
  static final int GID = 116;
  static final int SIZE = 124;
  static final int MTIME = 136;
  static final int CHECKSUM = 148;
  static final int TYPE = 156;
  static final int LINK = 157;
  static final int MAGIC = 257;
  static final int UNAME = 265;
  static final int GNAME = 297;
  static final int DEVICE = 329;
  static final int PREFIX = 345;

  private TarBytes() {}

  /** A canonical entry. */
  static byte[] file(String name, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try {
      new EntryWriter(bytes).add(name, content.length, new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** {@code entry} with other text at {@code offset} of its header, and the checksum to match. */
  static byte[] with(byte[] entry, int offset, String text) {
    byte[] bent = raw(entry, offset, text);
    Arrays.fill(bent, CHECKSUM, CHECKSUM + 8, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += bent[i] & 0xff;
    }
    return raw(bent, CHECKSUM, "%06o\0 ".formatted(sum));
  }

  /** The same with the checksum left as it was. */
  static byte[] raw(byte[] entry, int offset, String text) {
    byte[] bent = entry.clone();
    byte[] bytes = text.getBytes(ISO_8859_1);
    System.arraycopy(bytes, 0, bent, offset, bytes.length);
    return bent;
  }

  /** The same entry under another name. */
  static byte[] named(byte[] entry, String name) {
    return with(entry, NAME, name + "\0".repeat(100 - name.length()));
  }

  /** The same entry with another type, and no content. */
  static byte[] typed(byte[] entry, char type, String target) {
    byte[] empty = with(Arrays.copyOf(entry, BLOCK), SIZE, "00000000000 ");
    return with(with(empty, TYPE, String.valueOf(type)), LINK, target);
  }

  static byte[] archive(List<byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    entries.forEach(bytes::writeBytes);
    bytes.writeBytes(new byte[2 * BLOCK]);
    return bytes.toByteArray();
  }
}
