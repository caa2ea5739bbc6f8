package dev.sluice.exporter.delta;

import dev.sluice.bundle.crypto.Hkdf;
import dev.sluice.canonical.Digest;
import java.nio.ByteBuffer;

/**
 * Finds where chunks end, by their content: FastCDC with normalised chunking. The same bytes are
 * cut at the same places wherever they stand, so an insertion changes the chunks around it only.
 *
 * <p>The table that decides is derived from the pairing: another pair cuts elsewhere.
 */
public final class Gear {
  /** Shortest chunk, unless it is the last one. */
  public static final int LEAST = 16 << 10;

  /** About how long chunks are. */
  public static final int AVERAGE = 64 << 10;

  /** Longest chunk. */
  public static final int MOST = 256 << 10;

  /** Eighteen bits, before the average length: a cut is four times less likely there. */
  private static final long STRICT = -1L << (Long.SIZE - 18);

  /** Fourteen bits, after it: four times more likely. */
  private static final long LOOSE = -1L << (Long.SIZE - 14);

  private static final int VALUES = 256;

  private final long[] table;

  private Gear(long[] table) {
    this.table = table;
  }

  /** The cuts of one pair. */
  public static Gear of(Digest pairing) {
    var table = new long[VALUES];
    int perBlock = Hkdf.LENGTH / Long.BYTES;
    for (int i = 0; i < VALUES; i += perBlock) {
      byte[] block = Hkdf.sha256(pairing.toBytes(), new byte[0], "sluice.dev cuts " + i);
      ByteBuffer.wrap(block).asLongBuffer().get(table, i, perBlock);
    }
    return new Gear(table);
  }

  /**
   * The length of the chunk that begins at {@code from}.
   *
   * @param to where the content ends, or {@link #MOST} bytes after {@code from} at least
   */
  public int cut(byte[] content, int from, int to) {
    long[] gear = table;
    int end = Math.min(to, from + MOST);
    int middle = Math.min(end, from + AVERAGE);
    long hash = 0;
    int at = from + LEAST;
    while (at < middle) {
      hash = (hash << 1) + gear[content[at++] & 0xff];
      if ((hash & STRICT) == 0) {
        return at - from;
      }
    }
    while (at < end) {
      hash = (hash << 1) + gear[content[at++] & 0xff];
      if ((hash & LOOSE) == 0) {
        return at - from;
      }
    }
    return end - from;
  }
}
