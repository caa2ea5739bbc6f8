package dev.sluice.web.preview;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The headers of a tar archive in the ustar form (POSIX.1-2017, pax). Headers that extend the next
 * one are listed as what they are, so a long name is seen in its short form.
 */
final class TarListing {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE = 124;
  private static final int SIZE_BYTES = 12;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_BYTES = 8;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int PREFIX_BYTES = 155;

  private final byte[] content;

  private TarListing(byte[] content) {
    this.content = content;
  }

  /** Its entries, one more than are shown at most; empty if this is no such archive. */
  static Optional<List<Archives.Entry>> of(byte[] content) {
    return new TarListing(content).entries();
  }

  private Optional<List<Archives.Entry>> entries() {
    var entries = new ArrayList<Archives.Entry>();
    long at = 0;
    while (at + BLOCK <= content.length && entries.size() <= Archives.MOST) {
      int start = (int) at;
      if (content[start] == 0) {
        break;
      }
      Optional<Long> bytes = octal(start + SIZE, SIZE_BYTES);
      if (bytes.isEmpty() || !isHeader(start)) {
        return Optional.empty();
      }
      entries.add(new Archives.Entry(name(start), bytes.get(), flag(content[start + TYPE])));
      at += BLOCK + (bytes.get() + BLOCK - 1) / BLOCK * BLOCK;
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  private boolean isHeader(int start) {
    if (!text(start + MAGIC, 5).equals("ustar")) {
      return false;
    }
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_BYTES;
      sum += own ? ' ' : content[start + i] & 0xff;
    }
    return octal(start + CHECKSUM, CHECKSUM_BYTES).equals(Optional.of(sum));
  }

  private String name(int start) {
    String prefix = text(start + PREFIX, PREFIX_BYTES);
    String name = text(start, NAME);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String flag(byte type) {
    return switch (type) {
      case 0, '0', '5' -> "";
      case '1', '2' -> "a link";
      case '3', '4', '6' -> "a device";
      default -> "extends the next";
    };
  }

  private String text(int from, int most) {
    int end = from;
    while (end < from + most && content[end] != 0) {
      end++;
    }
    return new String(content, from, end - from, UTF_8);
  }

  private Optional<Long> octal(int from, int length) {
    String digits = new String(content, from, length, US_ASCII).replace('\0', ' ').strip();
    return digits.matches("[0-7]{1,11}")
        ? Optional.of(Long.parseLong(digits, 8))
        : Optional.empty();
  }
}
