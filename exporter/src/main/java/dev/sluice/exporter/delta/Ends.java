package dev.sluice.exporter.delta;

import dev.sluice.bundle.work.HashBeside;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.BlobRange;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds how much two blobs have in common at their beginnings and ends, in one pass over both. What
 * was inserted, cut out or appended at one place is found to the byte, and nothing has to be
 * remembered for it.
 */
final class Ends {
  /** Beyond what a blob has grown by, so much may differ between the ends. */
  static final long SLACK = 1 << 20;

  private static final int SEGMENT = 1 << 20;

  private final BlobStore blobs;
  private final PartRef blob;
  private final PartRef base;
  private final long growth;
  private final byte[] others = new byte[SEGMENT];
  private InputStream beside;
  private boolean beginning = true;
  private long prefix;
  private long earliest;
  private long suffix;

  private Ends(BlobStore blobs, PartRef blob, PartRef base) throws StoreException {
    this.blobs = blobs;
    this.blob = blob;
    this.base = base;
    this.growth = blob.bytes() - base.bytes();
    this.beside = from(0);
  }

  /**
   * What both have.
   *
   * @param prefix so many bytes at the beginning
   * @param suffix where in the blob the common end begins, in the base {@code growth} earlier
   */
  record Common(long prefix, long suffix) {
    /** How many bytes of the blob are neither. */
    long between() {
      return suffix - prefix;
    }
  }

  /**
   * What {@code blob} has in common with {@code base}; nothing if more than a little differs in
   * between, so that looking for more is worth it.
   *
   * @throws BlobDamagedException if {@code blob} is not what its name says
   */
  static Optional<Common> of(BlobStore blobs, PartRef blob, PartRef base)
      throws IOException, StoreException {
    var ends = new Ends(blobs, blob, base);
    try {
      return ends.compare();
    } finally {
      ends.beside.close();
    }
  }

  private Optional<Common> compare() throws IOException, StoreException {
    var whole = new HashBeside();
    byte[] segment = new byte[SEGMENT];
    byte[] hashed = new byte[SEGMENT];
    long at = 0;
    var all = new BlobRange(0, blob.bytes());
    try (InputStream in = blobs.openRanges(blob.digest(), List.of(all))) {
      for (int count = in.readNBytes(segment, 0, SEGMENT);
          count > 0;
          count = in.readNBytes(segment, 0, SEGMENT)) {
        whole.update(segment, 0, count);
        if (beginning) {
          begin(segment, at, count);
        }
        if (!beginning) {
          end(segment, at, count);
        }
        if (suffix - prefix > Math.max(0, growth) + SLACK) {
          return Optional.empty();
        }
        at += count;
        byte[] next = hashed;
        hashed = segment;
        segment = next;
      }
    }
    if (!whole.digest().equals(blob.digest())) {
      throw new BlobDamagedException(blob.digest());
    }
    return Optional.of(beginning ? new Common(at, at) : new Common(prefix, suffix));
  }

  /** Compares a segment with what stands at the same place of the base. */
  private void begin(byte[] segment, long at, int count) throws IOException, StoreException {
    int read = beside.readNBytes(others, 0, count);
    int same = Arrays.mismatch(segment, 0, count, others, 0, read);
    if (same >= 0) {
      beginning = false;
      prefix = at + same;
      earliest = prefix + Math.max(0, growth);
      suffix = earliest;
      beside.close();
      beside = from(earliest - growth);
    }
  }

  /** Compares a segment with what stands as far from the end of the base. */
  private void end(byte[] segment, long at, int count) throws IOException {
    int first = (int) Math.min(count, Math.max(0, earliest - at));
    int length = count - first;
    if (beside.readNBytes(others, 0, length) != length) {
      throw new BlobDamagedException(base.digest());
    }
    if (!Arrays.equals(segment, first, count, others, 0, length)) {
      int last = length - 1;
      while (segment[first + last] == others[last]) {
        last--;
      }
      suffix = at + first + last + 1;
    }
  }

  private InputStream from(long offset) throws StoreException {
    var rest = new BlobRange(offset, Math.max(0, base.bytes() - offset));
    return blobs.openRanges(base.digest(), List.of(rest));
  }
}
