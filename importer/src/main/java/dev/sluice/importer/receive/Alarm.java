package dev.sluice.importer.receive;

import dev.sluice.bundle.VerifiedBundle;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.feed.Continuity;
import dev.sluice.state.store.Freeze;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.util.Optional;

/** Freezes the site when a bundle shows that it runs from an old copy of itself. */
final class Alarm {
  private final StateStore store;
  private final VerifiedBundle bundle;
  private final String actor;

  Alarm(StateStore store, VerifiedBundle bundle, String actor) {
    this.store = store;
    this.bundle = bundle;
    this.actor = actor;
  }

  /**
   * Freezes the site if {@code refusal} calls for it.
   *
   * @param reported the incarnation of this site that the peer knew; the recovered site will have
   *     to name it
   */
  void heed(ImportRefusedException refusal, String reported) throws StoreException {
    Optional<Freeze.Cause> cause = refusal.verdict().flatMap(Alarm::cause);
    if (cause.isEmpty()) {
      return;
    }
    String peer = bundle.sender().name();
    String evidence =
        "bundle %06d of %s: %s".formatted(bundle.routing().sequence(), peer, refusal.getMessage());
    AuditEvent event = AuditEvent.of("site-frozen", actor).about(peer).about(bundle.root().hex());
    store.<Void, RuntimeException>write(
        event,
        transaction -> {
          transaction.remember(reported);
          transaction.freeze(cause.get(), evidence);
          return null;
        });
  }

  private static Optional<Freeze.Cause> cause(Continuity.Verdict verdict) {
    return switch (verdict) {
      case ROLLED_BACK -> Optional.of(Freeze.Cause.ROLLED_BACK);
      case UNKNOWN_INCARNATION -> Optional.of(Freeze.Cause.UNKNOWN_INCARNATION);
      default -> Optional.empty();
    };
  }
}
