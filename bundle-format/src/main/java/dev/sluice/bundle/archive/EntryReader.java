package dev.sluice.bundle.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads a canonical archive and nothing else: every byte is either a header that {@link TarHeader}
 * would write, content, zero padding, or the end, after which nothing may follow.
 */
public final class EntryReader {
  /** Takes the entries in order; has to read each to its end. */
  public interface Visitor {
    void entry(String name, long bytes, InputStream content) throws IOException;
  }

  private final InputStream in;
  private final long declaredLength;
  private final int declaredEntries;
  private long read;

  /**
   * @param declaredLength bytes the archive has to have, exactly
   * @param declaredEntries entries it has to have, exactly
   */
  public EntryReader(InputStream in, long declaredLength, int declaredEntries) {
    this.in = in;
    this.declaredLength = declaredLength;
    this.declaredEntries = declaredEntries;
  }

  /**
   * Reads the whole archive.
   *
   * @throws ArchiveException for other bytes than declared
   */
  public void forEach(Visitor visitor) throws IOException {
    for (int entries = 0; entries < declaredEntries; entries++) {
      TarHeader header = TarHeader.parse(block());
      account(header.bytes());
      var content = new Content(header.bytes());
      visitor.entry(header.name(), header.bytes(), content);
      if (content.left != 0) {
        throw form("the archive has an entry that was not read to its end");
      }
      zeros(header.padding());
    }
    zeros(2 * TarHeader.BLOCK);
    if (read != declaredLength || in.read() != -1) {
      throw new ArchiveException(
          ArchiveException.Reason.EXPANSION, "the archive is not as long as declared");
    }
  }

  private byte[] block() throws IOException {
    account(TarHeader.BLOCK);
    byte[] block = in.readNBytes(TarHeader.BLOCK);
    if (block.length < TarHeader.BLOCK) {
      throw form("the archive ends early");
    }
    return block;
  }

  private void zeros(int count) throws IOException {
    account(count);
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count || !Arrays.equals(bytes, new byte[count])) {
      throw form("the archive has bytes where zeros belong");
    }
  }

  private void account(long bytes) throws ArchiveException {
    read += bytes;
    if (read > declaredLength) {
      throw new ArchiveException(
          ArchiveException.Reason.EXPANSION, "the archive is longer than declared");
    }
  }

  private static ArchiveException form(String sentence) {
    return new ArchiveException(ArchiveException.Reason.FORM, sentence);
  }

  private final class Content extends FilterInputStream {
    private long left;

    Content(long bytes) {
      super(EntryReader.this.in);
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(buffer, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw form("the archive ends early");
      }
      left -= count;
      return count;
    }

    @Override
    public void close() {}
  }
}
