package dev.sluice.state;

import dev.sluice.canonical.Digest;

/**
 * A named blob of an object, by content.
 *
 * @param digest SHA-256 of the blob
 * @param bytes its length
 */
public record PartRef(Digest digest, long bytes) {
  public PartRef {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative length");
    }
  }
}
