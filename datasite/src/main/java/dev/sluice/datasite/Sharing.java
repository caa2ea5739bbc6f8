package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets results and logs travel to the low side, and takes that back as long as they have not.
 *
 * <p>A released result approves its request, and the requester is told, all in the same write. What
 * is released is bound to its content, and only {@code stdout} of a log can be.
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
   * Releases what is private in results and logs; what was released before stays so.
   *
   * @param reason why; stays on this side
   * @return the items that were not released before
   * @throws DatasiteException {@code NOTHING_TO_SHARE} for other objects and for empty ones, {@code
   *     NOT_OPEN} for a result of a request that is rejected or withdrawn; then nothing is released
   */
  public List<JobItem> share(List<ObjectId> objects, String reason)
      throws DatasiteException, StoreException {
    site.requireSide(Side.HIGH, "private data are shared from the high side only");
    String why = Texts.filled("reason", reason);
    return site.write(
        event("private-shared", objects).with("reason", why),
        change -> {
          var shared = new ArrayList<JobItem>();
          for (ObjectId id : objects) {
            JobItem item = item(change, id);
            if (!item.released()) {
              release(change, item, why);
              shared.add(item(change, id));
            }
          }
          return List.copyOf(shared);
        });
  }

  private void release(Change change, JobItem item, String reason) throws DatasiteException {
    change
        .edits()
        .release(
            item.id(),
            item.what().item(),
            item.content().orElseThrow().digest(),
            site.actor(),
            reason);
    if (item.what() == JobItem.What.RESULT) {
      StateObject job = change.require(item.job().orElseThrow(), Job.KIND);
      approve(change, job);
      change.send(Message.ofResult(item.id(), job, site.kinds(), change.time()));
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

  /**
   * Takes releases back. A request is no longer approved, and the message is gone, when its last
   * released result is withheld.
   *
   * @return the items that were released before
   * @throws DatasiteException {@code ALREADY_SENT} if one of them has left this side; then nothing
   *     is withheld
   */
  public List<JobItem> withhold(List<ObjectId> objects) throws DatasiteException, StoreException {
    site.requireSide(Side.HIGH, "private data are withheld on the high side only");
    return site.write(
        event("private-withheld", objects),
        change -> {
          var withheld = new ArrayList<JobItem>();
          for (ObjectId id : objects) {
            JobItem item = item(change, id);
            if (item.released()) {
              withhold(change, item);
              withheld.add(item(change, id));
            }
          }
          return List.copyOf(withheld);
        });
  }

  /** Takes the releases of {@code request} back that have not left. */
  static void withholdUnsent(Change change, ObjectId request) throws DatasiteException {
    for (JobItem item : JobItem.ofRequest(request, change.view())) {
      if (item.released() && !isSent(change, item)) {
        takeBack(change, item);
      }
    }
  }

  private static boolean isSent(Change change, JobItem item) {
    return SentParts.holds(change.view(), item.id(), item.what().part());
  }

  private static void withhold(Change change, JobItem item) throws DatasiteException {
    if (isSent(change, item)) {
      throw new DatasiteException(
          Reason.ALREADY_SENT, item.id() + " has been sent and cannot be withheld any more");
    }
    takeBack(change, item);
  }

  private static void takeBack(Change change, JobItem item) throws DatasiteException {
    change.edits().withdraw(item.id(), item.what().item());
    if (item.what() == JobItem.What.RESULT) {
      ObjectId message = Message.idOfResult(change.kinds(), item.id());
      if (change.has(message)) {
        change.edits().remove(message);
      }
      takeApprovalBack(change, change.require(item.job().orElseThrow(), Job.KIND));
    }
  }

  private static void takeApprovalBack(Change change, StateObject job) throws DatasiteException {
    Optional<ObjectId> id = Values.reference(job, "request").filter(change::has);
    if (id.isPresent()
        && JobItem.resultsOf(id.get(), change.view()).stream().noneMatch(JobItem::released)) {
      StateObject request = change.require(id.get(), Request.KIND);
      change.put(request.with(RequestStatus.FIELD, RequestStatus.PENDING));
    }
  }

  private static JobItem item(Change change, ObjectId id) throws DatasiteException {
    StateObject object =
        change
            .view()
            .find(id)
            .filter(found -> !found.isRemoved())
            .orElseThrow(() -> new DatasiteException(Reason.NOT_FOUND, "there is no object " + id));
    return JobItem.of(object, change.view())
        .filter(item -> item.content().isPresent())
        .orElseThrow(
            () ->
                new DatasiteException(
                    Reason.NOTHING_TO_SHARE, id + " holds nothing that could be shared"));
  }

  private AuditEvent event(String action, List<ObjectId> objects) {
    AuditEvent event = site.event(action);
    for (ObjectId id : objects) {
      event = event.about(id);
    }
    return event;
  }
}
