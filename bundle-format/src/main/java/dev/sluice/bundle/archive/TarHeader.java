package dev.sluice.bundle.archive;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The one header an entry can have: regular file, mode 0644, owner 0, time 0 (POSIX ustar).
 * Whatever reads back to another header (links, devices, long names, sparse files, pax records) is
 * refused by a single comparison.
 *
 * @param name entry name, at most 99 ASCII characters
 * @param bytes length of the content, below 8 GiB
 */
record TarHeader(String name, long bytes) {
  static final int BLOCK = 512;
  private static final int MODE = 0644;
  private static final long LARGEST = (1L << 33) - 1;

  byte[] block() {
    if (bytes > LARGEST || name.length() >= TarConstants.NAMELEN) {
      throw new IllegalArgumentException("does not fit a ustar header: " + name);
    }
    var entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL);
    entry.setSize(bytes);
    entry.setMode(MODE);
    entry.setIds(0, 0);
    entry.setNames("", "");
    entry.setModTime(0);
    byte[] block = new byte[BLOCK];
    entry.writeEntryHeader(block);
    return block;
  }

  static TarHeader parse(byte[] block) throws ArchiveException {
    try {
      var entry = new TarArchiveEntry(block);
      var header = new TarHeader(entry.getName(), entry.getSize());
      if (Arrays.equals(header.block(), block)) {
        return header;
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw refused();
    }
    throw refused();
  }

  /** Zero bytes that follow the content up to the next block. */
  int padding() {
    return (int) ((BLOCK - bytes % BLOCK) % BLOCK);
  }

  /** What an entry of {@code bytes} takes in an archive. */
  static long lengthWith(long bytes) {
    return BLOCK + (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static ArchiveException refused() {
    return new ArchiveException(
        ArchiveException.Reason.FORM, "the archive has an entry that is not a plain file");
  }
}
