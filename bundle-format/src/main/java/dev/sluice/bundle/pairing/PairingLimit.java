package dev.sluice.bundle.pairing;

/**
 * Up to where a pairing counts in one direction.
 *
 * @param last number of the last bundle that counts; 0 for none
 * @param cause what ended it
 */
public record PairingLimit(long last, Cause cause) {
  /** What ends a pairing. */
  public enum Cause {
    /** A later pairing took its place. */
    SUPERSEDED,
    /** Its sender's key was revoked at this site. */
    REVOKED,
    /** Its last day is long past. */
    EXPIRED
  }

  /** The stricter of both. */
  PairingLimit or(PairingLimit other) {
    return other.last < last ? other : this;
  }
}
