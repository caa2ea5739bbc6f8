package dev.sluice.state.audit;

/**
 * The first place where an audit log is not what it was when it was written.
 *
 * @param sequence the entry that is wrong or missing
 * @param fault what is wrong there
 */
public record AuditBreak(long sequence, Fault fault) {
  /** What can be wrong with an entry. */
  public enum Fault {
    /** The log goes on, or should go on, but this entry is not there. */
    MISSING("missing"),
    /** Its bytes are not an entry. */
    UNREADABLE("unreadable"),
    /** Its bytes are not the ones its digest was made of. */
    CHANGED("changed"),
    /** It does not name the entry before it. */
    NOT_LINKED("not-linked"),
    /** The columns that searches use say something else than the entry. */
    MISFILED("misfiled"),
    /** Entries were added after the one that the store knows as its last. */
    UNEXPECTED("unexpected");

    private final String word;

    Fault(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
