package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.StoreView;
import java.util.List;
import java.util.Optional;

/**
 * One run of a request's code, or a value that the data owner deposited instead.
 *
 * @param name of the request
 * @param requester e-mail
 * @param status {@link #COMPLETED}, {@link #ERRORED} or what the other side says; untrusted text
 * @param error why there is no result; private, so only on the high side
 * @param ended when, as text in the form of ISO 8601; only where it ran
 * @param isolation what kept the code in; only where it ran
 * @param items its results and logs
 */
public record Job(
    ObjectId id,
    String name,
    String requester,
    String status,
    Optional<ObjectId> request,
    Optional<String> error,
    Optional<String> ended,
    Optional<String> isolation,
    List<JobItem> items) {
  public static final String COMPLETED = "completed";
  public static final String ERRORED = "errored";

  static final String KIND = "job";

  public Job {
    items = List.copyOf(items);
  }

  static Job of(StateObject object, StoreView view) {
    return new Job(
        object.id(),
        object.text("name").orElse(""),
        object.owner(),
        object.text("status").orElse(""),
        Values.reference(object, "request"),
        object.text("error"),
        ended(object),
        object.text("isolation"),
        JobItem.ofJob(object.id(), view));
  }

  private static Optional<String> ended(StateObject object) {
    return object.fields().get("timings") instanceof Json.Obj timings
            && timings.fields().get("ended") instanceof Json.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
