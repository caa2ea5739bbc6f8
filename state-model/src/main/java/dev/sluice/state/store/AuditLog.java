package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.audit.AuditBreak;
import dev.sluice.state.audit.AuditBreak.Fault;
import dev.sluice.state.audit.AuditChain;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditFilter;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The audit log as of the moment of the view it comes from. */
public final class AuditLog {
  private final AuditTable table;

  AuditLog(AuditTable table) {
    this.table = table;
  }

  /** Sequence of the last entry; it rises by one with every write. */
  public long sequence() {
    return table.head().sequence();
  }

  /** Digest of the last entry. A copy kept elsewhere shows later that nothing before it changed. */
  public Digest head() {
    return table.head().digest();
  }

  /** When the newest entry was written. */
  public Instant newestTime() {
    return table.newestTime();
  }

  /** Digest of the entry at {@code sequence}, if the log goes that far. */
  public Optional<Digest> digestAt(long sequence) {
    return table.digestAt(sequence);
  }

  /** The entries that match, oldest first, read as the stream is consumed. */
  public Stream<AuditEntry> entries(AuditFilter filter) {
    return table.matching(filter);
  }

  /** Walks the whole log and tells where it first breaks, if it does. */
  public Optional<AuditBreak> verify() {
    var chain = new AuditChain();
    Iterator<AuditTable.Kept> kept = table.kept().iterator();
    while (kept.hasNext()) {
      AuditTable.Kept next = kept.next();
      Optional<AuditBreak> broken = chain.follow(next.sequence, next.entry, next.digest);
      if (broken.isPresent()) {
        return broken;
      }
      if (!isFiledRight(next)) {
        return Optional.of(new AuditBreak(next.sequence, Fault.MISFILED));
      }
    }
    return compareEnds(chain);
  }

  private Optional<AuditBreak> compareEnds(AuditChain chain) {
    AuditTable.Head head = table.head();
    if (chain.sequence() < head.sequence()) {
      return Optional.of(new AuditBreak(chain.sequence() + 1, Fault.MISSING));
    }
    if (chain.sequence() > head.sequence()) {
      return Optional.of(new AuditBreak(head.sequence() + 1, Fault.UNEXPECTED));
    }
    return chain.head().equals(head.digest())
        ? Optional.empty()
        : Optional.of(new AuditBreak(head.sequence(), Fault.CHANGED));
  }

  private boolean isFiledRight(AuditTable.Kept kept) {
    try {
      AuditEntry entry = AuditEntry.parse(kept.entry);
      return entry.time().equals(kept.at)
          && entry.event().actor().equals(kept.actor)
          && table.subjects(kept.sequence).equals(Set.copyOf(entry.event().subjects()));
    } catch (NotCanonicalException e) {
      return false;
    }
  }
}
