package dev.sluice.api;

import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.datasite.Datasite;
import dev.sluice.importer.apply.Applier;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.apply.StalePlanException;
import dev.sluice.importer.review.ReviewException;
import dev.sluice.importer.stage.CustodyException;
import dev.sluice.importer.stage.Stager;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.util.function.Function;

/** What came in from all peers: plans what was decided about it, and does that. */
public final class Incoming {
  private final Datasite site;
  private final DecisionBook book;
  private final Function<StoreView, Function<ObjectId, String>> shorten;

  /**
   * @param shorten gives the short forms of ids at one moment
   */
  public Incoming(
      Datasite site, DecisionBook book, Function<StoreView, Function<ObjectId, String>> shorten) {
    this.site = site;
    this.book = book;
    this.shorten = shorten;
  }

  /** What an apply would do now. */
  public IncomingPlan plan() throws StoreException, IOException, CustodyException, ReviewException {
    var stager = new Stager(site.kinds(), new StoredContent(site.store().blobs()::open));
    try {
      return site.store()
          .<IncomingPlan, Exception>read(
              view -> IncomingPlan.of(view, stager, book, shorten.apply(view)));
    } catch (StoreException
        | IOException
        | CustodyException
        | ReviewException
        | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Applies peer after peer; what was applied for one makes the plans for the others anew.
   *
   * @throws StalePlanException if the state has moved since the plan was made; nothing was changed
   */
  public void apply(IncomingPlan plan)
      throws StoreException,
          IOException,
          CustodyException,
          ReviewException,
          StalePlanException,
          PlanOvertakenException {
    var applier = new Applier(site.store(), site.kinds());
    boolean first = true;
    for (ApplyPlan due : plan.plans()) {
      if (due.isEmpty()) {
        continue;
      }
      ApplyPlan fresh = first ? due : plan().of(due.peer()).orElseThrow();
      if (!fresh.id().equals(due.id())) {
        throw new PlanOvertakenException(due.peer());
      }
      applier.apply(fresh, site.actor());
      first = false;
    }
  }
}
