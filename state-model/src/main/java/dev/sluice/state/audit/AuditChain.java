package dev.sluice.state.audit;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.audit.AuditBreak.Fault;
import java.util.Optional;

/**
 * Walks a log from its first entry and says where it breaks.
 *
 * <p>A chain shows that no entry was changed, taken out or put in between. Whoever can write the
 * whole store can also write a whole new chain; against that only a copy of {@link #head} helps
 * that is kept elsewhere.
 */
public final class AuditChain {
  private long sequence;
  private Digest head = Digest.ZERO;

  /** Number of entries walked so far. */
  public long sequence() {
    return sequence;
  }

  /** Digest of the last entry walked, {@link Digest#ZERO} before the first. */
  public Digest head() {
    return head;
  }

  /**
   * Takes the next entry, and after it stands there if it fits.
   *
   * @param place the sequence under which the entry is kept
   * @param bytes the entry
   * @param digest what is kept as its digest
   * @return why it does not fit
   */
  public Optional<AuditBreak> follow(long place, byte[] bytes, Digest digest) {
    long next = sequence + 1;
    if (place != next) {
      return broken(next, Fault.MISSING);
    }
    if (!Digest.of(bytes).equals(digest)) {
      return broken(next, Fault.CHANGED);
    }
    try {
      AuditEntry entry = AuditEntry.parse(bytes);
      if (entry.sequence() != next || !entry.previous().equals(head)) {
        return broken(next, Fault.NOT_LINKED);
      }
    } catch (NotCanonicalException e) {
      return broken(next, Fault.UNREADABLE);
    }
    sequence = next;
    head = digest;
    return Optional.empty();
  }

  private static Optional<AuditBreak> broken(long sequence, Fault fault) {
    return Optional.of(new AuditBreak(sequence, fault));
  }
}
