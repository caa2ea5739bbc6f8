package dev.sluice.exporter.delta;

import dev.sluice.canonical.Digest;
import dev.sluice.state.store.BlobRange;
import java.util.Arrays;

/** The chunks of one blob: where each begins, and its SHA-256. */
final class Cuts {
  private final long[] ends;
  private final byte[] digests;

  /**
   * @param ends where each chunk ends
   * @param digests of the chunks, one after the other
   */
  Cuts(long[] ends, byte[] digests) {
    this.ends = ends;
    this.digests = digests;
  }

  int count() {
    return ends.length;
  }

  /** Length of the blob. */
  long bytes() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  long end(int chunk) {
    return ends[chunk];
  }

  /** The chunk that begins at {@code offset}. */
  int chunkAt(long offset) {
    return offset == 0 ? 0 : Arrays.binarySearch(ends, offset) + 1;
  }

  BlobRange range(int chunk) {
    long begin = chunk == 0 ? 0 : ends[chunk - 1];
    return new BlobRange(begin, ends[chunk] - begin);
  }

  boolean isSame(int chunk, Cuts other, int otherChunk) {
    int mine = chunk * Digest.LENGTH;
    int others = otherChunk * Digest.LENGTH;
    return Arrays.equals(
        digests, mine, mine + Digest.LENGTH, other.digests, others, others + Digest.LENGTH);
  }

  Digest digest(int chunk) {
    int at = chunk * Digest.LENGTH;
    return Digest.finish(Arrays.copyOfRange(digests, at, at + Digest.LENGTH));
  }

  /** Some bits of a chunk's digest, to find it by. */
  int bits(int chunk) {
    int at = chunk * Digest.LENGTH;
    return (digests[at] & 0xff)
        | (digests[at + 1] & 0xff) << 8
        | (digests[at + 2] & 0xff) << 16
        | digests[at + 3] << 24;
  }
}
