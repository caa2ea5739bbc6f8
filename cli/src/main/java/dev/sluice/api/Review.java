package dev.sluice.api;

import dev.sluice.cli.view.Listing;
import dev.sluice.datasite.Datasite;
import dev.sluice.exporter.Outgoing;
import dev.sluice.importer.stage.CustodyException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the batches of a site and records what is said of one that was listed. */
final class Review {
  private final Datasite site;
  private final DecisionBook book;

  Review(Datasite site, DecisionBook book) {
    this.site = site;
    this.book = book;
  }

  List<ListedBatch> batches(BatchFilter filter)
      throws StoreException, IOException, CustodyException {
    boolean same = filter.shown().contains(BatchFilter.Extra.SAME);
    Listing listing = listing(same ? Outgoing.Scope.EVERYTHING : Outgoing.Scope.TOUCHED);
    return listing.rows(Optional.empty(), filter).stream().map(Listing.Row::batch).toList();
  }

  private Listing listing(Outgoing.Scope scope)
      throws StoreException, IOException, CustodyException {
    var content = new StoredContent(site.store().blobs()::open);
    try {
      return site.store()
          .<Listing, Exception>read(
              view -> Listing.of(view, site.kinds(), content, ObjectId::text, scope));
    } catch (StoreException | IOException | CustodyException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  List<Decision> decide(ListedBatch batch, Statement statement)
      throws StoreException, IOException, CustodyException, VerdictRefusedException {
    Listing touched = listing(Outgoing.Scope.TOUCHED);
    Listing now = touched.same(batch).isPresent() ? touched : listing(Outgoing.Scope.EVERYTHING);
    ListedBatch same = now.same(batch).orElseThrow(() -> stale(batch)).batch();
    var all = new ArrayList<ListedBatch>(List.of(same));
    all.addAll(Verdicts.along(statement.verdict(), same, now.beside(same)));
    return new Verdicts(site, book).record(all, statement);
  }

  private static VerdictRefusedException stale(ListedBatch batch) {
    return VerdictRefusedException.of(
        VerdictRefusedException.Reason.STALE,
        batch,
        batch.standing(),
        "%s is not what it was when it was listed");
  }
}
