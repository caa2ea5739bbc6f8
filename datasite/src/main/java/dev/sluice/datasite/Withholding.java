package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes releases of private items back as long as the items have not left. */
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
    AuditEvent event = site.event("private-withheld");
    for (PrivateItem item : items) {
      event = event.about(item.object());
    }
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
          Reason.ALREADY_SENT, item.object() + " has been sent and cannot be withheld any more");
    }
    takeBack(change, item.object(), item.item());
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
    change.edits().withdraw(id, item);
    StateObject object = change.view().find(id).orElseThrow();
    if (object.kind().equals(JobItem.What.RESULT.kind())) {
      ObjectId message = Message.idOfResult(change.kinds(), id);
      if (change.has(message)) {
        change.edits().remove(message);
      }
      takeApprovalBack(
          change, change.require(Values.reference(object, "job").orElseThrow(), Job.KIND));
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
}
