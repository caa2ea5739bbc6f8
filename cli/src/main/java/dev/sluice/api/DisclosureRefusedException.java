package dev.sluice.api;

import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;

/** Private items do not leave in this way. Nothing was changed. */
public final class DisclosureRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable words for scripts. */
  public enum Reason {
    /** Somebody rejected the batch that would carry an item. */
    BATCH_REJECTED,
    /** Somebody ignores the batch that would carry an item. */
    BATCH_IGNORED,
    /** Sharing says why. */
    NO_REASON,
    /** The site changed since the proposal was made. */
    STALE
  }

  private final Reason reason;
  private final String root;

  private DisclosureRefusedException(Reason reason, String root, String sentence) {
    super(sentence);
    this.reason = reason;
    this.root = root;
  }

  static DisclosureRefusedException of(ListedBatch batch) {
    Reason reason =
        batch.standing() == Standing.REJECTED ? Reason.BATCH_REJECTED : Reason.BATCH_IGNORED;
    String said = batch.decision().map(decision -> " by " + decision.by()).orElse("");
    return new DisclosureRefusedException(
        reason,
        batch.root().text(),
        "the batch of " + batch.root() + ", which would carry it, is " + batch.standing() + said);
  }

  static DisclosureRefusedException noReason() {
    return new DisclosureRefusedException(
        Reason.NO_REASON, "", "sharing private data has a reason");
  }

  static DisclosureRefusedException stale() {
    return new DisclosureRefusedException(
        Reason.STALE, "", "the site changed while this was being looked at");
  }

  public Reason reason() {
    return reason;
  }

  /** Id of the batch's root; empty where no batch is to blame. */
  public String root() {
    return root;
  }
}
