package dev.sluice.state.store;

import java.time.Instant;

/**
 * Why a site does nothing any more but answer questions and recover: it runs from an old copy of
 * itself.
 *
 * @param cause how that came out
 * @param evidence what showed it: the bundle and its sender, or the positions that disagree
 * @param at when it came out
 */
public record Freeze(Cause cause, String evidence, Instant at) {
  /** How it came out that a site runs from an old copy. */
  public enum Cause {
    /** The peer holds more of this site's feed than there is, or another past of it. */
    ROLLED_BACK("rolled-back"),
    /** The peer knew an incarnation of this site that it does not remember. */
    UNKNOWN_INCARNATION("unknown-incarnation"),
    /** The guard beside the store has seen writes that the store does not have. */
    BEHIND_GUARD("behind-guard");

    private final String word;

    Cause(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
