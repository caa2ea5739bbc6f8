package dev.sluice.state.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the log to read. Conditions add up.
 *
 * @param subject only entries about this subject
 * @param actor only entries by this actor
 * @param since only entries of this moment or later
 */
public record AuditFilter(
    Optional<String> subject, Optional<String> actor, Optional<Instant> since) {
  /** Every entry. */
  public static final AuditFilter ALL =
      new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());

  public AuditFilter about(String newSubject) {
    return new AuditFilter(Optional.of(newSubject), actor, since);
  }

  public AuditFilter by(String newActor) {
    return new AuditFilter(subject, Optional.of(newActor), since);
  }

  public AuditFilter since(Instant newSince) {
    return new AuditFilter(subject, actor, Optional.of(newSince));
  }
}
