package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.datasite.run.RunOutcome;
import dev.sluice.datasite.run.RunRefusedException;
import dev.sluice.datasite.run.RunStatus;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs of requests' code on private data, and what came of them. */
public final class Jobs {
  private static final long LARGEST_FILE = 1L << 40;

  private final Datasite site;

  public Jobs(Datasite site) {
    this.site = site;
  }

  /**
   * Runs a request's code on the private data it asks for and keeps what comes of it, on the high
   * side. Code that fails makes a job too; code that cannot be started makes none.
   *
   * @throws IOException if the disk or the system failed; the message then names the folder, below
   *     the scratch folder, in which private files may be left
   */
  public JobOutcome run(ObjectId requestId, Workbench bench)
      throws DatasiteException, StoreException, IOException {
    Request request = requireRunnable(requestId);
    Assignment assignment = site.store().read(view -> Assignment.of(request, site, view));
    try (PrivateFolder folder = PrivateFolder.in(bench.scratch())) {
      RunOutcome run = execute(assignment, folder, bench);
      Remains remains = collect(run, bench);
      Kept kept = keep(request, remains, "job-run");
      return new JobOutcome(
          kept.job(), kept.log(), kept.result(), remains.error(), run.duration(), run.isolation());
    }
  }

  private RunOutcome execute(Assignment assignment, PrivateFolder folder, Workbench bench)
      throws DatasiteException, StoreException, IOException {
    try {
      RunOutcome run = bench.runner().run(assignment.layOut(folder, bench, site));
      if (run.status() == RunStatus.CANCELLED) {
        throw new DatasiteException(Reason.CANCELLED, "the run was stopped; nothing of it is kept");
      }
      return run;
    } catch (RunRefusedException e) {
      throw new DatasiteException(Reason.CANNOT_START, e.getMessage());
    }
  }

  private Remains collect(RunOutcome run, Workbench bench)
      throws DatasiteException, StoreException {
    Optional<PartRef> value = Optional.empty();
    if (run.result().isPresent()) {
      value = Optional.of(site.keep(run.result().get(), LARGEST_FILE));
    }
    return new Remains(
        value,
        Optional.of(site.keep(run.stdout(), LARGEST_FILE)),
        Optional.of(site.keep(run.stderr(), LARGEST_FILE)),
        Remains.error(run, bench.limits()),
        Optional.of(run));
  }

  /**
   * Keeps a value as the result of a request without running its code, on the high side.
   *
   * @param stdout what to keep as the log
   */
  public Job deposit(ObjectId requestId, Path value, Optional<Path> stdout)
      throws DatasiteException, StoreException {
    Request request = requireRunnable(requestId);
    Optional<PartRef> log = Optional.empty();
    if (stdout.isPresent()) {
      log = Optional.of(site.keep(stdout.get(), LARGEST_FILE));
    }
    var remains =
        new Remains(
            Optional.of(site.keep(value, LARGEST_FILE)),
            log,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return show(keep(request, remains, "job-deposited").job());
  }

  private Request requireRunnable(ObjectId id) throws DatasiteException, StoreException {
    site.requireSide(Side.HIGH, "code meets private data on the high side only");
    Request request = new Requests(site).show(id);
    RequestStatus status = request.status();
    if (!status.is(RequestStatus.PENDING)
        && !status.is(RequestStatus.APPROVED)
        && !status.is(RequestStatus.REVOKED)) {
      throw Requests.notOpen(id, status);
    }
    return request;
  }

  private record Kept(ObjectId job, ObjectId log, Optional<ObjectId> result) {}

  private Kept keep(Request request, Remains remains, String action)
      throws DatasiteException, StoreException {
    var kept =
        new Kept(
            site.newId(Job.KIND),
            site.newId(JobItem.What.LOG.kind()),
            remains.value().map(content -> site.newId(JobItem.What.RESULT.kind())));
    return site.write(
        site.event(action).about(request.id()).about(kept.job()),
        change -> {
          change.require(request.id(), Request.KIND);
          StateObject job = remains.job(kept.job(), request, change.time());
          change.put(job);
          change.put(remains.log(kept.log(), job));
          if (kept.result().isPresent()) {
            change.put(remains.result(kept.result().get(), job, remains.value().get()));
          }
          return kept;
        });
  }

  /**
   * Jobs, newest first where it is known when they ended.
   *
   * @param request only those of this request
   */
  public List<Job> list(Optional<ObjectId> request) throws StoreException {
    return site.store()
        .read(
            view ->
                view.objects(ObjectFilter.LIVE.ofKind(Job.KIND))
                    .map(object -> Job.of(object, view))
                    .filter(job -> request.isEmpty() || job.request().equals(request))
                    .sorted(
                        Comparator.comparing((Job job) -> job.ended().orElse(""))
                            .reversed()
                            .thenComparing(Job::id))
                    .toList());
  }

  /** One job. */
  public Job show(ObjectId id) throws DatasiteException, StoreException {
    return site.store().read(view -> Job.of(site.require(view, id, Job.KIND), view));
  }

  /** The streams of a job, as far as this side has them. */
  public JobLogs logs(ObjectId id) throws DatasiteException, StoreException {
    return site.store()
        .read(
            view -> {
              site.require(view, id, Job.KIND);
              return JobItem.ofJob(id, view).stream()
                  .filter(item -> item.what() == JobItem.What.LOG)
                  .flatMap(item -> view.find(item.id()).stream())
                  .map(JobLogs::of)
                  .findFirst()
                  .orElse(new JobLogs(Optional.empty(), Optional.empty()));
            });
  }
}
