package dev.sluice.api;

import dev.sluice.state.review.ListedBatch;

/** A verdict that says too little or makes no sense about a batch. Nothing was recorded. */
public final class VerdictRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable words for scripts. */
  public enum Reason {
    /** The requester of what is rejected has to be told why. */
    NO_REASON,
    /** The reason is longer than what can travel. */
    REASON_TOO_LONG,
    /** The batch is in no conflict that a side could be taken in. */
    NO_CONFLICT,
    /** The batch is ignored and has to be brought back first. */
    IGNORED,
    /** The batch is not ignored. */
    NOT_IGNORED,
    /** Nothing was decided that could be taken back. */
    UNDECIDED,
    /** The batch is not, or not any more, what was looked at. */
    STALE
  }

  private final Reason reason;
  private final String root;
  private final String found;

  private VerdictRefusedException(Reason reason, String root, String found, String sentence) {
    super(sentence);
    this.reason = reason;
    this.root = root;
    this.found = found;
  }

  static VerdictRefusedException of(Reason reason, String sentence) {
    return new VerdictRefusedException(reason, "", "", sentence);
  }

  /**
   * @param found status or standing of {@code batch}, whichever is to blame
   * @param sentence has {@code %s} in place of the batch
   */
  static VerdictRefusedException of(
      Reason reason, ListedBatch batch, Object found, String sentence) {
    String root = batch.root().text();
    return new VerdictRefusedException(reason, root, found.toString(), sentence.formatted(root));
  }

  public Reason reason() {
    return reason;
  }

  /** Id of the batch's root; empty where no batch is to blame. */
  public String root() {
    return root;
  }

  /** Status or standing of the batch, whichever is to blame; empty where no batch is. */
  public String found() {
    return found;
  }
}
