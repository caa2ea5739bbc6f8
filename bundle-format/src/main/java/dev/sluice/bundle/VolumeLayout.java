package dev.sluice.bundle;

/**
 * How a bundle is cut into files.
 *
 * @param bytes no volume gets longer
 * @param parity how many more volumes there are, of which each makes up for the loss of one
 */
public record VolumeLayout(long bytes, int parity) {
  /** What is used unless somebody asks for another: 1 GiB, nothing to spare. */
  public static final VolumeLayout STANDARD = new VolumeLayout(1L << 30, 0);

  /** Shortest volume that can be asked for. */
  public static final long LEAST_BYTES = 4L << 20;

  /** Volumes of at most {@code bytes}, nothing to spare. */
  public static VolumeLayout of(long bytes) {
    return new VolumeLayout(bytes, 0);
  }

  /** The same with {@code parity} volumes to spare. */
  public VolumeLayout spare(int parity) {
    return new VolumeLayout(bytes, parity);
  }
}
