package dev.sluice.web.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The central directory of a ZIP archive (APPNOTE 6.3.10, 4.3.12 and 4.3.16), and no more of it.
 */
final class ZipListing {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int ENCRYPTED = 1;

  private ZipListing() {}

  /** Its entries, one more than are shown at most; empty if this is no such archive. */
  static Optional<List<Archives.Entry>> of(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int end = end(bytes);
    if (end < 0) {
      return Optional.empty();
    }
    int count = bytes.getShort(end + 10) & 0xffff;
    long at = bytes.getInt(end + 16) & 0xffffffffL;
    var entries = new ArrayList<Archives.Entry>();
    for (int i = 0; i < Math.min(count, Archives.MOST + 1); i++) {
      if (at + ENTRY_BYTES > end || bytes.getInt((int) at) != ENTRY) {
        return Optional.empty();
      }
      int start = (int) at;
      int name = bytes.getShort(start + 28) & 0xffff;
      int extra = bytes.getShort(start + 30) & 0xffff;
      int comment = bytes.getShort(start + 32) & 0xffff;
      if (at + ENTRY_BYTES + name > end) {
        return Optional.empty();
      }
      entries.add(
          new Archives.Entry(
              new String(content, start + ENTRY_BYTES, name, UTF_8),
              bytes.getInt(start + 24) & 0xffffffffL,
              (bytes.getShort(start + 8) & ENCRYPTED) == 0 ? "" : "encrypted"));
      at += ENTRY_BYTES + name + extra + comment;
    }
    return Optional.of(entries);
  }

  /** Where the record at the end starts, which only a comment may follow; -1 if there is none. */
  private static int end(ByteBuffer bytes) {
    int last = bytes.limit() - END_BYTES;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (bytes.getInt(at) == END && (bytes.getShort(at + 20) & 0xffff) == last - at) {
        return at;
      }
    }
    return -1;
  }
}
