package dev.sluice.bundle.model;

/**
 * Bounds on a bundle, enforced before the work that they bound.
 *
 * @param sumsBytes longest SHA256SUMS
 * @param signatureBytes longest signature file
 * @param manifestBytes longest manifest.json
 * @param volumes most volumes
 * @param volumeBytes longest volume; the default stays below the 4 GiB of FAT32
 * @param tarBytes longest volume once unpacked, and the most that the recipes may make
 * @param entries most entries of one volume
 * @param pieces most pieces of all recipes
 */
public record BundleLimits(
    int sumsBytes,
    int signatureBytes,
    int manifestBytes,
    int volumes,
    long volumeBytes,
    long tarBytes,
    int entries,
    int pieces) {
  /** What this version accepts. */
  public static final BundleLimits STANDARD =
      new BundleLimits(
          1 << 20, 16 << 10, 1 << 20, 4096, 4_294_901_760L, 1L << 40, 1_000_000, 100_000);
}
