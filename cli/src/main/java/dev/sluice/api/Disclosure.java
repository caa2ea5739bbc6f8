package dev.sluice.api;

import dev.sluice.canonical.Json;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.DatasiteException;
import dev.sluice.datasite.Sharing;
import dev.sluice.datasite.Withholding;
import dev.sluice.exporter.Outgoing;
import dev.sluice.state.ObjectId;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Standing;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.store.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets private items leave, and takes that back, together with the batches that carry them: release
 * and approval are one write, so there is no moment at which an item is released and cannot leave,
 * or the reverse.
 */
public final class Disclosure {
  private final Datasite site;
  private final DecisionBook book;

  public Disclosure(Datasite site, DecisionBook book) {
    this.site = site;
    this.book = book;
  }

  /**
   * What would happen, to be shown before it does.
   *
   * @param sequence audit sequence of the state that was looked at
   * @param items the items
   * @param batches the batches that would carry them, as they are now
   */
  public record Proposal(long sequence, List<PrivateItem> items, List<ListedBatch> batches) {
    public Proposal {
      items = List.copyOf(items);
      batches = List.copyOf(batches);
    }

    /** The objects that the items belong to. */
    public Set<ObjectId> objects() {
      return items.stream().map(PrivateItem::object).collect(Collectors.toSet());
    }

    /** What else of {@code batch}, one of the batches, would leave with the items. */
    public List<ObjectDiff> alongside(ListedBatch batch) {
      return batch.diff().objects().stream()
          .filter(object -> object.status() != Status.SAME && !objects().contains(object.id()))
          .toList();
    }
  }

  /**
   * What was done.
   *
   * @param items the items whose release changed
   * @param batches the batches that carry them, approved as they now are
   */
  public record Done(List<PrivateItem> items, List<ListedBatch> batches) {
    public Done {
      items = List.copyOf(items);
      batches = List.copyOf(batches);
    }
  }

  /**
   * Finds the batches that carry {@code items}.
   *
   * @throws DisclosureRefusedException {@code BATCH_REJECTED} or {@code BATCH_IGNORED}: whoever
   *     decided so has to be asked first
   */
  public Proposal propose(List<PrivateItem> items)
      throws StoreException, IOException, DisclosureRefusedException {
    Proposal proposal =
        site.store()
            .<Proposal, IOException>read(
                view -> {
                  var open = new Proposal(view.audit().sequence(), items, List.of());
                  return new Proposal(open.sequence(), items, carrying(view, open.objects()));
                });
    for (ListedBatch batch : proposal.batches()) {
      if (batch.standing() == Standing.REJECTED || batch.standing() == Standing.IGNORED) {
        throw DisclosureRefusedException.of(batch);
      }
    }
    return proposal;
  }

  /** Refuses to share without saying why. */
  public static void checkReason(String reason) throws DisclosureRefusedException {
    if (reason.isBlank()) {
      throw DisclosureRefusedException.noReason();
    }
  }

  /**
   * Releases the items and approves the batches as they then are.
   *
   * @param reason why; stays on this side
   * @throws DisclosureRefusedException {@code STALE} if anything changed since the proposal
   * @throws DatasiteException see {@link Sharing#release}
   */
  public Done share(Proposal proposal, String reason)
      throws StoreException, IOException, DatasiteException, DisclosureRefusedException {
    checkReason(reason);
    var sharing = new Sharing(site);
    AuditEvent event = sharing.event(List.copyOf(proposal.objects()), reason);
    return write(
        proposal,
        event,
        reason,
        transaction -> sharing.release(transaction, proposal.items(), reason));
  }

  /**
   * Takes the releases back and approves the batches as they then are, so that what has left is
   * removed on the other side too.
   *
   * @param reason travels to the owner
   * @throws DisclosureRefusedException {@code STALE} if anything changed since the proposal
   * @throws DatasiteException see {@link Withholding#withdraw}
   */
  public Done withdraw(Proposal proposal, String reason)
      throws StoreException, IOException, DatasiteException, DisclosureRefusedException {
    var withholding = new Withholding(site);
    AuditEvent event = withholding.event(List.copyOf(proposal.objects()), reason);
    return write(
        proposal,
        event,
        reason,
        transaction -> withholding.withdraw(transaction, proposal.items(), reason));
  }

  private interface Step {
    List<PrivateItem> run(StoreTransaction transaction) throws DatasiteException;
  }

  private Done write(Proposal proposal, AuditEvent event, String reason, Step step)
      throws StoreException, IOException, DatasiteException, DisclosureRefusedException {
    var statement = new Statement(Verdict.APPROVE, site.actor(), reason, "");
    AuditEvent told =
        event
            .about(proposal.batches().stream().map(ListedBatch::root).toList())
            .with("batches", Json.integer(proposal.batches().size()));
    try {
      return site.store()
          .<Done, Exception>write(
              told,
              transaction -> {
                if (transaction.sequence() != proposal.sequence() + 1) {
                  throw DisclosureRefusedException.stale();
                }
                List<PrivateItem> items = step.run(transaction);
                List<ListedBatch> batches = carrying(transaction, proposal.objects());
                batches.forEach(batch -> book.record(transaction, batch, statement));
                return new Done(items, batches);
              });
    } catch (StoreException
        | IOException
        | DatasiteException
        | DisclosureRefusedException
        | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<ListedBatch> carrying(StoreView view, Set<ObjectId> objects) throws IOException {
    var outgoing = new Outgoing(site.kinds(), new StoredContent(site.store().blobs()::open));
    var carrying = new ArrayList<ListedBatch>();
    for (Peer peer : view.peers()) {
      for (ListedBatch batch : outgoing.list(view, peer.name(), Outgoing.Scope.TOUCHED).batches()) {
        if (objects.stream().anyMatch(batch.objects()::contains)) {
          carrying.add(batch);
        }
      }
    }
    return List.copyOf(carrying);
  }
}
