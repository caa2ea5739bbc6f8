package dev.sluice.state.store;

import java.util.Set;

/** What became of a batch that came from a peer. */
public enum InboxState {
  /** Verified and durable; nobody has decided. */
  STAGED("staged"),
  /** Kept beside the local version, because both sides changed the same object. */
  HELD("held"),
  /** Its changes are in the state. */
  APPLIED("applied"),
  /** A person refused it. */
  REJECTED("rejected"),
  /** A later batch of the same root took its place before anyone decided. */
  SUPERSEDED("superseded");

  private final String word;

  InboxState(String word) {
    this.word = word;
  }

  /** The states that may come next; none after a final one. */
  public Set<InboxState> successors() {
    return switch (this) {
      case STAGED -> Set.of(HELD, APPLIED, REJECTED, SUPERSEDED);
      case HELD -> Set.of(APPLIED, REJECTED, SUPERSEDED);
      case APPLIED, REJECTED, SUPERSEDED -> Set.of();
    };
  }

  @Override
  public String toString() {
    return word;
  }
}
