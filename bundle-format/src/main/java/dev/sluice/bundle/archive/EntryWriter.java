package dev.sluice.bundle.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes a canonical archive entry by entry; {@link #finish} ends it. */
public final class EntryWriter {
  private static final int END_BLOCKS = 2;

  private final OutputStream out;
  private long written;
  private int entries;

  public EntryWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Adds an entry.
   *
   * @param bytes length that {@code content} has to have
   * @throws IOException also when {@code content} has another length
   */
  public void add(String name, long bytes, InputStream content) throws IOException {
    var header = new TarHeader(name, bytes);
    out.write(header.block());
    long copied = copy(content, bytes);
    if (copied != bytes || content.read() != -1) {
      throw new IOException("content changed its length while it was packed: " + name);
    }
    out.write(new byte[header.padding()]);
    written += TarHeader.lengthWith(bytes);
    entries++;
  }

  private long copy(InputStream content, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    while (copied < most) {
      int read = content.read(buffer, 0, (int) Math.min(buffer.length, most - copied));
      if (read < 0) {
        break;
      }
      out.write(buffer, 0, read);
      copied += read;
    }
    return copied;
  }

  /** Writes the end of the archive; the stream below stays open. */
  public void finish() throws IOException {
    out.write(new byte[END_BLOCKS * TarHeader.BLOCK]);
    written += END_BLOCKS * TarHeader.BLOCK;
  }

  /** Bytes written so far. */
  public long length() {
    return written;
  }

  /** Entries written so far. */
  public int entries() {
    return entries;
  }
}
