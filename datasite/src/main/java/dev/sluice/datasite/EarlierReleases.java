package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.EarlierRelease.Kinship;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.Release;
import dev.sluice.state.store.StoreView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What other jobs of the same request, or jobs on the same data, have let out before. A release
 * that was taken back is not among them; the audit log has it.
 */
public final class EarlierReleases {
  private final StoreView view;
  private final ObjectId job;
  private final Optional<ObjectId> request;
  private final List<ObjectId> assets;

  private EarlierReleases(StoreView view, ObjectId job) {
    this.view = view;
    this.job = job;
    this.request = requestOf(job);
    this.assets = request.map(this::assetsOf).orElse(List.of());
  }

  /** Those that concern {@code job}, newest first; none if it is no job. */
  public static List<EarlierRelease> of(StoreView view, ObjectId job) {
    var releases = new EarlierReleases(view, job);
    var found = new ArrayList<EarlierRelease>();
    for (JobItem.What what : JobItem.What.values()) {
      try (var objects = view.objects(ObjectFilter.LIVE.ofKind(what.kind()))) {
        objects.forEach(object -> releases.find(object, what).ifPresent(found::add));
      }
    }
    found.sort(Comparator.comparing((EarlierRelease one) -> one.release().at()).reversed());
    return List.copyOf(found);
  }

  private Optional<EarlierRelease> find(StateObject object, JobItem.What what) {
    Optional<ObjectId> from = Values.reference(object, Job.KIND);
    return from.filter(other -> !other.equals(job))
        .flatMap(this::kinship)
        .flatMap(kinship -> released(object, what, kinship));
  }

  private Optional<Kinship> kinship(ObjectId other) {
    Optional<ObjectId> answered = requestOf(other);
    if (request.isEmpty() || answered.isEmpty()) {
      return Optional.empty();
    }
    if (answered.equals(request)) {
      return Optional.of(Kinship.SAME_REQUEST);
    }
    return Collections.disjoint(assets, assetsOf(answered.get()))
        ? Optional.empty()
        : Optional.of(Kinship.SAME_DATA);
  }

  private Optional<EarlierRelease> released(
      StateObject object, JobItem.What what, Kinship kinship) {
    return object
        .part(what.part())
        .flatMap(
            content ->
                view.released(object.id()).stream()
                    .filter(release -> release.item().equals(SharedForm.partItem(what.part())))
                    .filter(release -> release.content().equals(content.digest()))
                    .findFirst()
                    .map(release -> release(object, what, kinship, release)));
  }

  private EarlierRelease release(
      StateObject object, JobItem.What what, Kinship kinship, Release release) {
    String name =
        Values.reference(object, Job.KIND)
            .flatMap(view::find)
            .flatMap(run -> run.text("name"))
            .orElse("");
    return new EarlierRelease(
        object.id(),
        object.kind(),
        what.part(),
        object.part(what.part()).orElseThrow(),
        name,
        object.owner(),
        kinship,
        release);
  }

  private Optional<ObjectId> requestOf(ObjectId run) {
    return view.find(run).flatMap(object -> Values.reference(object, "request"));
  }

  private List<ObjectId> assetsOf(ObjectId asked) {
    return view.find(asked)
        .flatMap(object -> Values.reference(object, "code"))
        .flatMap(view::find)
        .map(code -> Values.references(code, "assets"))
        .orElse(List.of());
  }
}
