package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.util.List;

/** What researchers may read of what came of their requests. */
public final class Results {
  private final Datasite site;

  public Results(Datasite site) {
    this.site = site;
  }

  /**
   * A result that may be read.
   *
   * @param value its bytes, to be read with {@link Datasite#open}
   */
  public record Released(ObjectId id, PartRef value) {}

  /**
   * The released result that a request has, or one result by its own id.
   *
   * @param requestOrResult id of either
   * @param email who wants to read it
   * @throws DatasiteException {@code NOT_YOURS} for anybody but the requester, {@code WITHHELD} if
   *     there is nothing but withheld results, {@code REVOKED} if they were withdrawn, {@code
   *     AMBIGUOUS} if the request has several, {@code NOT_OPEN} with the reason if the request was
   *     rejected and none is left
   */
  public Released find(ObjectId requestOrResult, String email)
      throws DatasiteException, StoreException {
    return site.store().read(view -> find(view, requestOrResult, Texts.email(email)));
  }

  private Released find(StoreView view, ObjectId id, String email) throws DatasiteException {
    StateObject object =
        view.find(id)
            .filter(found -> !found.isRemoved())
            .orElseThrow(() -> notFound("there is no request or result " + id));
    if (!object.owner().equals(email)) {
      throw new DatasiteException(Reason.NOT_YOURS, id + " belongs to another person");
    }
    List<JobItem> results = results(view, object);
    if (results.stream().noneMatch(JobItem::released)) {
      refuseEnded(view, results);
    }
    return theOnlyReleased(results, id);
  }

  /** What was rejected or withdrawn says so, in the data owner's words. */
  private static void refuseEnded(StoreView view, List<JobItem> results) throws DatasiteException {
    List<StateObject> requests =
        results.stream()
            .flatMap(result -> result.job().flatMap(view::find).stream())
            .flatMap(job -> Values.reference(job, "request").flatMap(view::find).stream())
            .toList();
    for (StateObject request : requests) {
      RequestStatus status = RequestStatus.of(request);
      if (status.is(RequestStatus.REVOKED)) {
        throw new DatasiteException(Reason.REVOKED, "the data owner withdrew it" + because(status));
      }
      if (status.is(RequestStatus.REJECTED)) {
        throw rejected(request, status);
      }
    }
  }

  private static DatasiteException rejected(StateObject request, RequestStatus status) {
    return new DatasiteException(
        Reason.NOT_OPEN, "request " + request.id() + " was rejected" + because(status));
  }

  private static String because(RequestStatus status) {
    return status.reason().map(reason -> ": " + reason).orElse("");
  }

  private static List<JobItem> results(StoreView view, StateObject object)
      throws DatasiteException {
    List<JobItem> results =
        object.kind().equals(Request.KIND)
            ? JobItem.resultsOf(object.id(), view)
            : JobItem.of(object, view).stream()
                .filter(item -> item.what() == JobItem.What.RESULT)
                .toList();
    if (results.isEmpty()) {
      throw nothingYet(view, object);
    }
    return results;
  }

  private static DatasiteException nothingYet(StoreView view, StateObject object) {
    RequestStatus status = RequestStatus.of(object);
    if (object.kind().equals(Request.KIND) && status.is(RequestStatus.REJECTED)) {
      return rejected(object, status);
    }
    return notFound(
        hasFailed(view, object.id())
            ? "the code of " + object.id() + " failed when it ran, and left no result"
            : "there is no result of " + object.id() + " yet");
  }

  private static boolean hasFailed(StoreView view, ObjectId request) {
    return view.referencing(request).stream()
        .flatMap(id -> view.find(id).stream())
        .filter(object -> object.kind().equals(Job.KIND))
        .anyMatch(job -> job.text("status").filter(Job.ERRORED::equals).isPresent());
  }

  private static Released theOnlyReleased(List<JobItem> results, ObjectId id)
      throws DatasiteException {
    List<JobItem> released = results.stream().filter(JobItem::released).toList();
    if (released.isEmpty()) {
      throw new DatasiteException(
          Reason.WITHHELD, "the data live on the high side and have not been released");
    }
    if (released.size() > 1) {
      String ids = String.join(", ", released.stream().map(item -> item.id().text()).toList());
      throw new DatasiteException(
          Reason.AMBIGUOUS, "more than one result of " + id + " was released: " + ids);
    }
    JobItem result = released.get(0);
    return new Released(result.id(), result.content().orElseThrow());
  }

  private static DatasiteException notFound(String sentence) {
    return new DatasiteException(Reason.NOT_FOUND, sentence);
  }
}
