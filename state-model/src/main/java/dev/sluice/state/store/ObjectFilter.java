package dev.sluice.state.store;

import java.util.Optional;

/**
 * Which objects to list. Conditions add up.
 *
 * @param kind only objects of this kind
 * @param owner only objects of this person
 * @param tombstones whether removed objects are listed too
 */
public record ObjectFilter(Optional<String> kind, Optional<String> owner, Tombstones tombstones) {
  /** What to do with removed objects. */
  public enum Tombstones {
    LEFT_OUT,
    INCLUDED
  }

  /** Every object that is there. */
  public static final ObjectFilter LIVE =
      new ObjectFilter(Optional.empty(), Optional.empty(), Tombstones.LEFT_OUT);

  /** Every object and every tombstone. */
  public static final ObjectFilter ALL =
      new ObjectFilter(Optional.empty(), Optional.empty(), Tombstones.INCLUDED);

  public ObjectFilter ofKind(String newKind) {
    return new ObjectFilter(Optional.of(newKind), owner, tombstones);
  }

  public ObjectFilter ownedBy(String newOwner) {
    return new ObjectFilter(kind, Optional.of(newOwner), tombstones);
  }
}
