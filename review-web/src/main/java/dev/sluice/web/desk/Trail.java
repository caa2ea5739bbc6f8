package dev.sluice.web.desk;

import dev.sluice.state.audit.AuditBreak;
import dev.sluice.state.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * Entries of the audit log.
 *
 * @param entries oldest first
 * @param broken where the chain of the whole log breaks, if it does
 */
public record Trail(List<AuditEntry> entries, Optional<AuditBreak> broken) {
  public Trail {
    entries = List.copyOf(entries);
  }
}
