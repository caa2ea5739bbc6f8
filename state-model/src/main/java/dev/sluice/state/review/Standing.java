package dev.sluice.state.review;

import dev.sluice.canonical.Digest;
import dev.sluice.state.diff.BatchDiff;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Resolution;
import java.util.Optional;

/** What the decision that counts means for a batch as it is now. */
public enum Standing {
  UNDECIDED("undecided"),
  APPROVED("approved"),
  REJECTED("rejected"),
  /** Left for next time. */
  SKIPPED("skipped"),
  /** Hidden until its content changes. */
  IGNORED("ignored"),
  /** It was ignored, and its content has changed since. */
  REVIVED("changed since ignored"),
  /** It was approved, and its content has changed since; nobody has approved this. */
  STALE("changed since approved");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /**
   * The standing of a batch whose content is {@code batch}.
   *
   * @param collision see {@link BatchDiff#collision}; a decision to resolve a conflict holds for
   *     exactly the versions that collided then
   */
  public static Standing of(Optional<Decision> decision, Digest batch, Optional<Digest> collision) {
    return decision
        .map(said -> of(said, said.batch().equals(batch) && meets(said, collision)))
        .orElse(UNDECIDED);
  }

  private static boolean meets(Decision decision, Optional<Digest> collision) {
    return decision.resolution().isEmpty()
        || decision.resolution().map(Resolution::here).equals(collision);
  }

  private static Standing of(Decision decision, boolean unchanged) {
    return switch (decision.verdict()) {
      case APPROVE -> unchanged ? APPROVED : STALE;
      case REJECT -> unchanged ? REJECTED : UNDECIDED;
      case SKIP -> unchanged ? SKIPPED : UNDECIDED;
      case IGNORE -> unchanged ? IGNORED : REVIVED;
      case UNIGNORE, RESET -> UNDECIDED;
    };
  }

  /** Whether nobody has said anything that holds for the present content. */
  public boolean isOpen() {
    return this == UNDECIDED || this == REVIVED || this == STALE;
  }

  @Override
  public String toString() {
    return word;
  }
}
