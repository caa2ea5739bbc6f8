package dev.sluice.importer.review;

import dev.sluice.importer.stage.StagedBundle;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.Side;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.SiteIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits, with what is to become of each batch. A batch counts as approved when somebody
 * approved exactly its content and the signature on that decision fits. On the low side whatever
 * the high side signed counts as approved unless somebody said otherwise.
 */
public final class ReviewedBundle {
  private final StagedBundle staged;
  private final Map<StagedBatch, Fate> fates;

  /** What is to become of a batch. */
  public enum Fate {
    APPLY,
    REJECT,
    /** Stays where it is: undecided, skipped or ignored. */
    WAIT
  }

  private ReviewedBundle(StagedBundle staged, Map<StagedBatch, Fate> fates) {
    this.staged = staged;
    this.fates = fates;
  }

  /**
   * Adds the decisions to what waits.
   *
   * @throws ReviewException if a decision that matters carries a signature that does not fit
   */
  public static ReviewedBundle of(StagedBundle staged, DecisionBook book, SiteIdentity site)
      throws ReviewException {
    var fates = new LinkedHashMap<StagedBatch, Fate>();
    for (StagedBatch batch : staged.batches()) {
      fates.put(batch, fate(batch.listed(), book, site));
    }
    return new ReviewedBundle(staged, fates);
  }

  private static Fate fate(ListedBatch batch, DecisionBook book, SiteIdentity site)
      throws ReviewException {
    Standing standing = batch.standing();
    if (standing == Standing.APPROVED || standing == Standing.REJECTED) {
      checkGenuine(batch, book, site);
      return standing == Standing.APPROVED ? Fate.APPLY : Fate.REJECT;
    }
    return site.side() == Side.LOW && standing.isOpen() ? Fate.APPLY : Fate.WAIT;
  }

  private static void checkGenuine(ListedBatch batch, DecisionBook book, SiteIdentity site)
      throws ReviewException {
    Optional<Decision> decision = batch.decision();
    if (decision.isEmpty() || !book.isGenuine(site, batch.peer(), decision.get())) {
      throw new ReviewException(batch.root());
    }
  }

  public StagedBundle staged() {
    return staged;
  }

  /** The batches with this fate, in the order of the list. */
  public List<StagedBatch> with(Fate fate) {
    return fates.entrySet().stream()
        .filter(entry -> entry.getValue() == fate)
        .map(Map.Entry::getKey)
        .toList();
  }
}
