package dev.sluice.state.feed;

import java.util.List;

/**
 * Whether a slice continues what this side holds: steps 4 and 5 of an import.
 *
 * <p>Bundles may be lost, repeated and reordered, and either site may silently run from a backup.
 * Only positions, chain hashes and incarnation ids decide; bundle numbers do not matter here.
 *
 * @param verdict what the slice is
 * @param from the position after which {@code fresh} begins
 * @param fresh the batches to take into custody; none when the slice is refused
 */
public record Continuity(Verdict verdict, long from, List<FeedEntry> fresh) {
  /** What to do about a slice. */
  public enum Consequence {
    /** Take it in; its receipt counts if it speaks of the present incarnation. */
    ACCEPT,
    /** Leave everything as it is. */
    REFUSE,
    /** Refuse, and do nothing but recover: this site runs from an old copy of itself. */
    FREEZE
  }

  /** What a slice is. */
  public enum Verdict {
    /** All of it is held already: an old or repeated bundle. */
    NOTHING_NEW(Consequence.ACCEPT),
    /** It goes on where custody ends. */
    CONTINUES(Consequence.ACCEPT),
    /**
     * The peer recovered and repeats its feed. Up to {@code from} it is the one held; what is held
     * after that was lost by the peer and has to be offered back.
     */
    SUCCESSOR(Consequence.ACCEPT),
    /** The peer's feed has another past than the one held, or an incarnation nobody announced. */
    FORK(Consequence.REFUSE),
    /** Written for a former incarnation of this site, and too short for what it holds now. */
    STALE_BASE(Consequence.REFUSE),
    /** The recovered peer builds on something that is not held. */
    GAP(Consequence.REFUSE),
    /** Written by an incarnation that the peer has given up: an old bundle, or an old copy. */
    PEER_ROLLED_BACK(Consequence.REFUSE),
    /** The peer holds more of this site's feed than there is, or another past of it. */
    ROLLED_BACK(Consequence.FREEZE),
    /** The peer knew an incarnation of this site that this site does not remember. */
    UNKNOWN_INCARNATION(Consequence.FREEZE);

    private final Consequence consequence;

    Verdict(Consequence consequence) {
      this.consequence = consequence;
    }

    public Consequence consequence() {
      return consequence;
    }
  }

  public Continuity {
    fresh = List.copyOf(fresh);
  }

  /**
   * Judges {@code slice}.
   *
   * <p>Step 4, was this site rolled back?
   *
   * <ol>
   *   <li>The receipt speaks of an incarnation neither mine nor in my lineage: UNKNOWN_INCARNATION.
   *   <li>It speaks of my present one, but is no prefix of my feed: ROLLED_BACK.
   * </ol>
   *
   * <p>Step 5, does it continue what is held?
   *
   * <ol>
   *   <li>From an incarnation in the lineage of the accepted one: PEER_ROLLED_BACK.
   *   <li>From another one: SUCCESSOR if its lineage has the accepted one and what it builds on is
   *       held, GAP if that is not held; FORK if its lineage does not have it.
   *   <li>Begins beyond what is held: ROLLED_BACK if written for my present incarnation, which
   *       confirmed that much; else STALE_BASE.
   *   <li>Differs from what is held where both have something: FORK.
   *   <li>Otherwise CONTINUES, or NOTHING_NEW.
   * </ol>
   */
  public static Continuity check(Slice slice, HeldFeed held, OwnFeed own) {
    if (!isMine(slice.recipientIncarnation(), own)) {
      return refused(Verdict.UNKNOWN_INCARNATION, slice);
    }
    if (isForPresent(slice, own) && !isPrefix(slice.receipt(), own.chain())) {
      return refused(Verdict.ROLLED_BACK, slice);
    }
    if (held.lineage().contains(slice.incarnation())) {
      return refused(Verdict.PEER_ROLLED_BACK, slice);
    }
    if (!slice.incarnation().equals(held.incarnation())) {
      return otherIncarnation(slice, held);
    }
    if (slice.from() > held.chain().length()) {
      return refused(isForPresent(slice, own) ? Verdict.ROLLED_BACK : Verdict.STALE_BASE, slice);
    }
    return sameIncarnation(slice, held.chain());
  }

  /**
   * How much of this site's feed the peer has confirmed, now that {@code receipt} came with the
   * slice.
   *
   * <p>Within one incarnation custody only grows, so an old receipt changes nothing. A successor
   * starts over with what it still has, which may be less.
   *
   * @param before what was confirmed before
   */
  public long acknowledged(Receipt receipt, OwnFeed own, long before) {
    if (verdict.consequence() != Consequence.ACCEPT
        || !receipt.incarnation().equals(own.incarnation())) {
      return before;
    }
    return verdict == Verdict.SUCCESSOR ? receipt.position() : Math.max(before, receipt.position());
  }

  private static Continuity otherIncarnation(Slice slice, HeldFeed held) {
    if (!slice.lineage().contains(held.incarnation())) {
      return refused(Verdict.FORK, slice);
    }
    if (!agreeAt(slice.from(), slice, held.chain())) {
      return refused(Verdict.GAP, slice);
    }
    long common = Math.min(held.chain().length(), slice.to());
    while (!agreeAt(common, slice, held.chain())) {
      common--;
    }
    return new Continuity(Verdict.SUCCESSOR, common, slice.after(common));
  }

  /** Chain hashes cover all before them, so the last common position speaks for the others. */
  private static Continuity sameIncarnation(Slice slice, Chain held) {
    long common = Math.min(held.length(), slice.to());
    if (!agreeAt(common, slice, held)) {
      return refused(Verdict.FORK, slice);
    }
    List<FeedEntry> fresh = slice.after(common);
    return new Continuity(fresh.isEmpty() ? Verdict.NOTHING_NEW : Verdict.CONTINUES, common, fresh);
  }

  private static boolean isMine(String incarnation, OwnFeed own) {
    return incarnation.equals(own.incarnation()) || own.lineage().contains(incarnation);
  }

  private static boolean isForPresent(Slice slice, OwnFeed own) {
    return slice.recipientIncarnation().equals(own.incarnation());
  }

  private static boolean isPrefix(Receipt receipt, Chain feed) {
    return receipt.position() <= feed.length()
        && feed.at(receipt.position()).equals(receipt.chain());
  }

  private static boolean agreeAt(long position, Slice slice, Chain held) {
    return position <= held.length() && held.at(position).equals(slice.chainAt(position));
  }

  private static Continuity refused(Verdict verdict, Slice slice) {
    return new Continuity(verdict, slice.from(), List.of());
  }
}
