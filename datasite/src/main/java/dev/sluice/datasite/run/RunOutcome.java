package dev.sluice.datasite.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run ended. Everything in its files is private: it comes from private data.
 *
 * @param status the end in one word
 * @param exitCode of the process; 128 plus the signal's number when it was killed
 * @param resultCheck what was found at the result path
 * @param folder the request's folder; the caller deletes it when the files are stored elsewhere
 * @param duration from start to end, by a clock that is never set
 * @param isolation what kept the code in; for {@link Isolation#NONE} nothing did, and people who
 *     decide about the run have to be told so
 */
public record RunOutcome(
    RunStatus status,
    int exitCode,
    ResultCheck resultCheck,
    Path folder,
    Duration duration,
    Isolation isolation) {

  /** The result's file, if the run was completed. */
  public Optional<Path> result() {
    return status == RunStatus.COMPLETED
        ? Optional.of(folder.resolve(RunFolder.RESULT))
        : Optional.empty();
  }

  /** What the code wrote to standard output, cut at the limit. */
  public Path stdout() {
    return folder.resolve(RunFolder.STDOUT);
  }

  /** What the code wrote to standard error, cut at the limit: traces, warnings. */
  public Path stderr() {
    return folder.resolve(RunFolder.STDERR);
  }
}
