package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.StoreView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A result or a log of a job.
 *
 * @param what which of the two
 * @param job whose it is
 * @param content what is private in it; on the low side empty until it is released
 * @param released whether it may travel, or has travelled
 */
public record JobItem(
    ObjectId id, What what, Optional<ObjectId> job, Optional<PartRef> content, boolean released) {
  /** What a job leaves behind that can be released. */
  public enum What {
    RESULT("result", "value"),
    LOG("log", "stdout");

    private final String kind;
    private final String part;

    What(String kind, String part) {
      this.kind = kind;
      this.part = part;
    }

    String kind() {
      return kind;
    }

    /** Name of the private part. */
    String part() {
      return part;
    }

    /** Name of the part in a list of releases. */
    String item() {
      return SharedForm.partItem(part);
    }

    static Optional<What> ofKind(String kind) {
      return Stream.of(values()).filter(what -> what.kind.equals(kind)).findFirst();
    }
  }

  /** The item that {@code object} is, if it is one. */
  static Optional<JobItem> of(StateObject object, StoreView view) {
    return What.ofKind(object.kind()).map(what -> of(object, what, view));
  }

  private static JobItem of(StateObject object, What what, StoreView view) {
    Optional<PartRef> content = object.part(what.part());
    boolean released =
        view.site().side() == Side.LOW
            ? content.isPresent()
            : content
                .filter(part -> part.digest().equals(view.releases(object.id()).get(what.item())))
                .isPresent();
    return new JobItem(object.id(), what, Values.reference(object, "job"), content, released);
  }

  /** The items of a job, in the order of their ids. */
  static List<JobItem> ofJob(ObjectId job, StoreView view) {
    return view.referencing(job).stream()
        .sorted()
        .flatMap(id -> view.find(id).stream())
        .flatMap(object -> of(object, view).stream())
        .toList();
  }

  /** The results of all jobs that ran for a request, in the order of jobs and ids. */
  static List<JobItem> resultsOf(ObjectId request, StoreView view) {
    return ofRequest(request, view).stream().filter(item -> item.what() == What.RESULT).toList();
  }

  /** The items of all jobs that ran for a request, in the order of jobs and ids. */
  static List<JobItem> ofRequest(ObjectId request, StoreView view) {
    return view.referencing(request).stream()
        .sorted()
        .flatMap(id -> view.find(id).stream())
        .filter(object -> object.kind().equals(Job.KIND))
        .flatMap(job -> ofJob(job.id(), view).stream())
        .toList();
  }
}
