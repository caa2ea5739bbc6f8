package dev.sluice.bundle.model;

/** How the volumes of one direction are packed; a word of the pairing, never of the bundle. */
public enum PayloadMode {
  /** tar, compressed with zstd, encrypted with age. */
  AGE("age", ".tar.zst.age"),
  /** A bare tar, for a direction whose guard has to look inside. */
  PLAIN("plain", ".tar");

  private final String word;
  private final String suffix;

  PayloadMode(String word, String suffix) {
    this.word = word;
    this.suffix = suffix;
  }

  /** The ending of volume names. */
  public String suffix() {
    return suffix;
  }

  @Override
  public String toString() {
    return word;
  }
}
