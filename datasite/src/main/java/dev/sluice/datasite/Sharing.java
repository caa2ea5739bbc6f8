package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets private items travel to the low side: results, logs, and whatever a kind declares private.
 *
 * <p>A released result approves its request, and the requester is told, all in the same write. What
 * is released is bound to its content and to the owner of its object: when either changes, the
 * release is over.
 */
public final class Sharing {
  private final Datasite site;

  public Sharing(Datasite site) {
    this.site = site;
  }

  /** The results, the logs or both of a job. */
  public List<ObjectId> ofJob(ObjectId job, Set<JobItem.What> what)
      throws DatasiteException, StoreException {
    return new Jobs(site)
        .show(job).items().stream()
            .filter(item -> what.contains(item.what()))
            .map(JobItem::id)
            .toList();
  }

  /**
   * All that is private in {@code objects} now, released or not.
   *
   * @throws DatasiteException {@code NOT_FOUND}; {@code NOTHING_TO_SHARE} if one of them holds
   *     nothing private
   */
  public List<PrivateItem> items(List<ObjectId> objects) throws DatasiteException, StoreException {
    return site.store().read(view -> items(view, objects));
  }

  List<PrivateItem> items(StoreView view, List<ObjectId> objects) throws DatasiteException {
    var items = new ArrayList<PrivateItem>();
    for (ObjectId id : objects) {
      StateObject object =
          view.find(id)
              .filter(found -> !found.isRemoved())
              .orElseThrow(
                  () -> new DatasiteException(Reason.NOT_FOUND, "there is no object " + id));
      List<PrivateItem> own = PrivateItem.of(object, site.declaration(object.kind()), view);
      if (own.isEmpty()) {
        throw nothing(id);
      }
      items.addAll(own);
    }
    return List.copyOf(items);
  }

  /**
   * Releases all that is private in {@code objects}; what was released before stays so.
   *
   * @param reason why; stays on this side
   * @return the items that were not released before
   * @throws DatasiteException see {@link #items} and {@link #release}; then nothing is released
   */
  public List<PrivateItem> share(List<ObjectId> objects, String reason)
      throws DatasiteException, StoreException {
    String why = Texts.filled("reason", reason);
    return site.store()
        .write(
            event(objects, why),
            transaction -> {
              requireHigh(transaction);
              return release(transaction, items(transaction, objects), why);
            });
  }

  /** How the audit log tells of {@link #release}. */
  public AuditEvent event(List<ObjectId> objects, String reason) {
    return site.event("private-shared").with("reason", reason).about(objects);
  }

  /**
   * Releases {@code items} as part of a write.
   *
   * @return those that were not released before
   * @throws DatasiteException {@code NOTHING_TO_SHARE} for an item whose content is no longer the
   *     one that was looked at, {@code NOT_OPEN} for a result of a request that is rejected or
   *     withdrawn; the write has to end with it
   */
  public List<PrivateItem> release(
      StoreTransaction transaction, List<PrivateItem> items, String reason)
      throws DatasiteException {
    requireHigh(transaction);
    var change = new Change(site, transaction);
    var released = new ArrayList<PrivateItem>();
    for (PrivateItem item : items) {
      PrivateItem now = present(transaction, item);
      if (now.state() == PrivateItem.State.WITHHELD) {
        release(change, now, reason);
        released.add(present(transaction, item));
      }
    }
    return List.copyOf(released);
  }

  private static void requireHigh(StoreView view) throws DatasiteException {
    if (view.site().side() != Side.HIGH) {
      throw new DatasiteException(
          Reason.WRONG_SIDE, "private data are shared from the high side only");
    }
  }

  private PrivateItem present(StoreView view, PrivateItem item) throws DatasiteException {
    return items(view, List.of(item.object())).stream()
        .filter(now -> now.item().equals(item.item()) && now.content().equals(item.content()))
        .findFirst()
        .orElseThrow(() -> nothing(item.object()));
  }

  private void release(Change change, PrivateItem item, String reason) throws DatasiteException {
    change.edits().release(item.object(), item.item(), item.content(), site.actor(), reason);
    if (item.kind().equals(JobItem.What.RESULT.kind())) {
      StateObject result = change.require(item.object(), item.kind());
      StateObject job = change.require(Values.reference(result, "job").orElseThrow(), Job.KIND);
      approve(change, job);
      change.send(Message.ofResult(item.object(), job, site.kinds(), change.time()));
    }
  }

  private static void approve(Change change, StateObject job) throws DatasiteException {
    ObjectId id = Values.reference(job, "request").orElseThrow();
    StateObject request = change.require(id, Request.KIND);
    RequestStatus status = RequestStatus.of(request);
    if (status.is(RequestStatus.REJECTED) || status.is(RequestStatus.WITHDRAWN)) {
      throw Requests.notOpen(id, status);
    }
    change.put(request.with(RequestStatus.FIELD, RequestStatus.APPROVED));
  }

  private static DatasiteException nothing(ObjectId id) {
    return new DatasiteException(
        Reason.NOTHING_TO_SHARE, id + " holds nothing that could be shared");
  }
}
