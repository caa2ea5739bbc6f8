package dev.sluice.bundle.vectors;

import java.util.Locale;

/** How far a reader gets with a vector. */
enum Step {
  /** Refused by the trust step, which needs no key. */
  VERIFY,
  /** Verified; refused while it is decrypted and unpacked, or opened to its end. */
  OPEN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
