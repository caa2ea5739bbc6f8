package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import dev.sluice.datasite.run.RunLimits;
import dev.sluice.datasite.run.RunOutcome;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import java.util.Locale;
import java.util.Optional;

/**
 * What a finished job left behind, in blobs already and about to become objects.
 *
 * @param error why there is no value
 * @param run how it ran; nothing for a value that was deposited
 */
record Remains(
    Optional<PartRef> value,
    Optional<PartRef> stdout,
    Optional<PartRef> stderr,
    Optional<String> error,
    Optional<RunOutcome> run) {

  /** Why a run left no result, in one sentence; nothing if it did. */
  static Optional<String> error(RunOutcome run, RunLimits limits) {
    return switch (run.status()) {
      case COMPLETED -> Optional.empty();
      case TIMED_OUT ->
          Optional.of("still ran after " + limits.wallTime().toSeconds() + " s and was killed");
      case OUTPUT_EXCEEDED ->
          Optional.of("wrote more than " + limits.outputBytes() + " bytes of output");
      case CANCELLED -> Optional.of("was stopped");
      case ERRORED -> Optional.of(errored(run, limits));
    };
  }

  private static String errored(RunOutcome run, RunLimits limits) {
    return switch (run.resultCheck()) {
      case MISSING -> "left no result";
      case NOT_PLAIN -> "left something that is no plain file as its result";
      case TOO_LARGE -> "left a result of more than " + limits.resultBytes() + " bytes";
      case ACCEPTED, UNREAD -> "ended with exit code " + run.exitCode();
    };
  }

  StateObject job(ObjectId id, Request request, String now) {
    StateObject job =
        StateObject.create(id, Job.KIND, request.requester())
            .with("name", request.name())
            .with("status", error.isPresent() ? Job.ERRORED : Job.COMPLETED)
            .with("request", request.id().text())
            .with("timings", timings(now));
    if (request.code().isPresent()) {
      job = job.with("code", request.code().get().text());
    }
    if (error.isPresent()) {
      job = job.with("error", error.get());
    }
    return run.isPresent() ? job.with("isolation", isolation(run.get())) : job;
  }

  private Json timings(String now) {
    var timings = Json.object().put("ended", now);
    run.ifPresent(ran -> timings.put("milliseconds", ran.duration().toMillis()));
    return timings.build();
  }

  private static String isolation(RunOutcome run) {
    return run.isolation().name().toLowerCase(Locale.ROOT);
  }

  StateObject log(ObjectId id, StateObject job) {
    StateObject log = ofJob(id, JobItem.What.LOG, job);
    if (stdout.isPresent()) {
      log = log.withPart(JobItem.What.LOG.part(), stdout.get());
    }
    return stderr.isPresent() ? log.withPart(JobLogs.STDERR, stderr.get()) : log;
  }

  StateObject result(ObjectId id, StateObject job, PartRef content) {
    return ofJob(id, JobItem.What.RESULT, job).withPart(JobItem.What.RESULT.part(), content);
  }

  private static StateObject ofJob(ObjectId id, JobItem.What what, StateObject job) {
    return StateObject.create(id, what.kind(), job.owner()).with("job", job.id().text());
  }
}
