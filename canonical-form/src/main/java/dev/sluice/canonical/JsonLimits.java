package dev.sluice.canonical;

/**
 * Bounds on what {@link CanonicalJson} reads, checked before any work that grows with them.
 *
 * @param bytes longest document, in bytes
 * @param depth deepest nesting of objects and arrays
 * @param stringBytes longest string or key, in UTF-8 bytes
 */
public record JsonLimits(int bytes, int depth, int stringBytes) {
  /** A document of the format itself: manifest, pairing, card, sums. */
  public static final JsonLimits SMALL = new JsonLimits(1 << 20, 8, 4096);

  /** The table of contents of a bundle. */
  public static final JsonLimits CONTENTS = new JsonLimits(64 << 20, 16, 1 << 16);

  /** One object of the state. */
  public static final JsonLimits DOCUMENT = new JsonLimits(8 << 20, 16, 1 << 20);
}
