package dev.sluice.exporter;

import dev.sluice.state.Side;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.SiteIdentity;

/**
 * Which outgoing batches may leave. The low side lets go of everything that nobody held back; the
 * high side of nothing that nobody approved, and only if the approval's signature fits.
 */
public final class ReleaseGate {
  private final DecisionBook book;

  public ReleaseGate(DecisionBook book) {
    this.book = book;
  }

  /** Whether {@code batch} may leave {@code site} as it is now. */
  public boolean opensFor(ListedBatch batch, SiteIdentity site) {
    if (batch.status() == Status.SAME) {
      return false;
    }
    if (site.side() == Side.LOW) {
      return batch.standing().isOpen() || batch.standing() == Standing.APPROVED;
    }
    return batch.standing() == Standing.APPROVED
        && batch
            .decision()
            .filter(decision -> book.isGenuine(site, batch.peer(), decision))
            .isPresent();
  }
}
