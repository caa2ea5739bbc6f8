package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes releases of private items back: those that have not left, and those that have. */
public final class Withholding {
  private final Datasite site;

  public Withholding(Datasite site) {
    this.site = site;
  }

  /**
   * Takes the releases of {@code items} back. A request is no longer approved, and the message is
   * gone, when its last released result is withheld.
   *
   * @return those that were released before
   * @throws DatasiteException {@code ALREADY_SENT} if one of them has left this side; then nothing
   *     is withheld
   */
  public List<PrivateItem> withhold(List<PrivateItem> items)
      throws DatasiteException, StoreException {
    site.requireSide(Side.HIGH, "private data are withheld on the high side only");
    AuditEvent event =
        site.event("private-withheld").about(items.stream().map(PrivateItem::object).toList());
    return site.write(
        event,
        change -> {
          var withheld = new ArrayList<PrivateItem>();
          for (PrivateItem item : items) {
            if (change.view().releases(item.object()).containsKey(item.item())) {
              withhold(change, item);
              withheld.add(item);
            }
          }
          return List.copyOf(withheld);
        });
  }

  private static void withhold(Change change, PrivateItem item) throws DatasiteException {
    if (SentItems.holds(change.view(), item.object(), item.item())) {
      throw new DatasiteException(
          Reason.ALREADY_SENT,
          item.object() + " has been sent; it can be withdrawn, but what was read stays read");
    }
    takeBack(change, item.object(), item.item());
  }

  /** How the audit log tells of {@link #withdraw}. */
  public AuditEvent event(List<ObjectId> objects, String reason) {
    return site.event("private-withdrawn").with("reason", reason).about(objects);
  }

  /**
   * Takes the releases of {@code items} back as part of a write. What has not left simply stays.
   * What has left is removed on the other side when this change arrives there; its owner is told,
   * and its request is revoked with its last result. Whoever read it has read it.
   *
   * @param reason travels to the owner
   * @return those that were released before
   */
  public List<PrivateItem> withdraw(
      StoreTransaction transaction, List<PrivateItem> items, String reason)
      throws DatasiteException {
    if (transaction.site().side() != Side.HIGH) {
      throw new DatasiteException(
          Reason.WRONG_SIDE, "private data are withdrawn on the high side only");
    }
    Requests.checkReason(reason);
    var change = new Change(site, transaction);
    var withdrawn = new ArrayList<PrivateItem>();
    for (PrivateItem item : items) {
      if (transaction.releases(item.object()).containsKey(item.item())) {
        withdraw(change, item, reason);
        withdrawn.add(item);
      }
    }
    return List.copyOf(withdrawn);
  }

  private void withdraw(Change change, PrivateItem item, String reason) throws DatasiteException {
    if (!SentItems.holds(change.view(), item.object(), item.item())) {
      takeBack(change, item.object(), item.item());
      return;
    }
    change.edits().withdraw(item.object(), item.item(), site.actor(), reason);
    StateObject object = change.require(item.object(), item.kind());
    change.send(Message.ofWithdrawal(object, reason, site.kinds(), change.time()));
    if (item.kind().equals(JobItem.What.RESULT.kind())) {
      Optional<StateObject> request = withoutRelease(change, object);
      if (request.isPresent()) {
        change.put(
            request
                .get()
                .with(RequestStatus.FIELD, RequestStatus.REVOKED)
                .with(RequestStatus.REASON, reason));
      }
    }
  }

  /**
   * The request of {@code result}, if it was approved and nothing of its results is released any
   * more. What was rejected, or taken back by its researcher, stays so.
   */
  private static Optional<StateObject> withoutRelease(Change change, StateObject result)
      throws DatasiteException {
    StateObject job = change.require(Values.reference(result, "job").orElseThrow(), Job.KIND);
    Optional<ObjectId> id = Values.reference(job, "request").filter(change::has);
    if (id.isEmpty() || !nothingIsReleased(change, id.get())) {
      return Optional.empty();
    }
    StateObject request = change.require(id.get(), Request.KIND);
    return Optional.of(request).filter(it -> RequestStatus.of(it).is(RequestStatus.APPROVED));
  }

  private static boolean nothingIsReleased(Change change, ObjectId request) {
    return JobItem.resultsOf(request, change.view()).stream().noneMatch(JobItem::released);
  }

  /** Takes the releases of {@code request} back that have not left. */
  static void withholdUnsent(Change change, ObjectId request) throws DatasiteException {
    for (JobItem item : JobItem.ofRequest(request, change.view())) {
      if (item.released() && !SentItems.holds(change.view(), item.id(), item.what().item())) {
        takeBack(change, item.id(), item.what().item());
      }
    }
  }

  private static void takeBack(Change change, ObjectId id, String item) throws DatasiteException {
    change.edits().withhold(id, item);
    StateObject object = change.view().find(id).orElseThrow();
    if (object.kind().equals(JobItem.What.RESULT.kind())) {
      ObjectId message = Message.idOfResult(change.kinds(), id);
      if (change.has(message)) {
        change.edits().remove(message);
      }
      Optional<StateObject> request = withoutRelease(change, object);
      if (request.isPresent()) {
        change.put(request.get().with(RequestStatus.FIELD, RequestStatus.PENDING));
      }
    }
  }
}
