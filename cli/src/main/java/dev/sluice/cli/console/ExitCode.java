package dev.sluice.cli.console;

/**
 * How a run of {@code sluice} ends. The numbers are a promise to scripts; codes may be added, so an
 * unknown one has to be treated as a failure. Where several apply, the lowest of 10 to 15 wins.
 */
public enum ExitCode {
  OK(0, "Done."),
  FAILURE(1, "Something unexpected went wrong."),
  USAGE(2, "The arguments make no sense."),
  CHANGES_PRESENT(3, "There is something to do (only where a flag asks)."),
  NEEDS_REVIEW(4, "More approvals are wanted, or batches are undecided."),
  CHECK_FAILED(5, "A check blocks, or could not run."),
  CANCELLED(6, "A question was declined, or could not be asked."),
  SIGNATURE_INVALID(10, "Bad signature, or its signer is unknown or revoked."),
  WRONG_RECIPIENT(11, "The bundle is addressed to somebody else."),
  REPLAY(12, "Seen already, or the sequence goes backwards."),
  DAMAGED(13, "A digest does not match, or a volume is incomplete."),
  UNSAFE_CONTENT(14, "Content would escape its folder or exceed a limit."),
  HISTORY(15, "Histories disagree: fork, rollback or a frozen site."),
  MEDIA(20, "The stick is full, read-only or gone."),
  MISSING_DEPENDENCY(21, "A batch needs an object that this side lacks."),
  CONFLICT(22, "Both sides changed the same object."),
  STALE(23, "The plan or review is for older content."),
  LOCKED(24, "Another sluice holds the store."),
  KEY(25, "Wrong passphrase, or the key expired or is unusable."),
  STORE(26, "The store is damaged, or made by a newer version."),
  INTERRUPTED(130, "Stopped by Ctrl-C; nothing is left half done.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that the process exits with. */
  public int number() {
    return number;
  }

  /** One sentence: when this is the answer. */
  public String meaning() {
    return meaning;
  }
}
