package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.time.Instant;

/**
 * One line of the bundle ledger; a bundle has one for everything that happened to it.
 *
 * @param direction whether this site wrote or read it
 * @param bundle digest that names the bundle
 * @param peer the other site
 * @param number the sender's number for it
 * @param from the feed position after which it starts
 * @param to the last feed position in it
 * @param bytes its size on the medium
 * @param at when
 * @param note what happened
 */
public record BundleEntry(
    Direction direction,
    Digest bundle,
    String peer,
    long number,
    long from,
    long to,
    long bytes,
    Instant at,
    BundleNote note) {
  /** How people name bundle {@code number} of a site. */
  public static String name(long number) {
    return "bn-%06d".formatted(number);
  }

  /** How people name the bundle. */
  public String name() {
    return name(number);
  }
}
