package dev.sluice.state.store;

/**
 * A part of a blob.
 *
 * @param offset where it begins
 * @param bytes its length
 */
public record BlobRange(long offset, long bytes) {
  public BlobRange {
    if (offset < 0 || bytes < 0) {
      throw new IllegalArgumentException("a range has no negative place or length");
    }
  }
}
