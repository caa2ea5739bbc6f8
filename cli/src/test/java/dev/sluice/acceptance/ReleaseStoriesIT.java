package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.ObjectId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of private data, from a request to what its researcher reads. */
class ReleaseStoriesIT extends Story {
  private static final String SECRET = "canary-of-the-result-90af";

  @Test
  void failingCode_isSeenToHaveFailed_andNothingElse() throws Exception {
    ObjectId request =
        sites.submit(
            "sum",
            "Research",
            "def sum(data):\n    raise ValueError('canary-of-' + 'an-error-51aa', data)\n");
    sites.carryUp();
    sites.high("approve", typed(request)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);

    sites.highOnPath("job", "run", typed(request)).exits(ExitCode.OK);
    Job job = sites.onHigh(site -> new Jobs(site).list(Optional.of(request))).get(0);
    sites.high("job", "logs", typed(job.id()), "--stderr").prints("[1, 2, 3]", "ValueError");
    sites.high("diff", typed(job.id()), "--outgoing").prints("errored").neverSays("ValueError");

    bringDown(0);
    sites.low("job", "list").prints("sum", "errored");
    sites.low("job", "show", typed(job.id())).prints("errored").neverSays("ValueError", "[1, 2");
    sites.low("job", "logs", typed(job.id()), "--stderr").exits(ExitCode.NEEDS_REVIEW);
    sites
        .low("result", "show", typed(request), "--for", CURIE)
        .exits(ExitCode.USAGE)
        .reports("failed when it ran, and left no result")
        .neverSays("ValueError");
    assertThat(statusOnLow(request)).isEqualTo("pending");
    assertAbsentOnLow("canary-of-an-error-51aa");
    assertPresentOnHigh("canary-of-an-error-51aa");
  }

  @Test
  void jobIsSentUnshared_andSharedPieceByPieceLater() throws Exception {
    ObjectId request = live("sum");
    Job job = deposited(request, SECRET);
    bringDown(0);
    sites.low("job", "show", typed(job.id())).prints("completed", "withheld");
    assertAbsentOnLow(SECRET, LOG);

    share(job, What.LOG);
    bringDown(1);
    sites.low("job", "logs", typed(job.id())).prints(LOG);
    assertThat(statusOnLow(request)).isEqualTo("pending");
    assertAbsentOnLow(SECRET);

    sites.carryUp();
    share(job, What.RESULT);
    sites.high("batch", "list", "--outgoing", "--type", "job").prints("log stdout: SENT");
    bringDown(1);
    sites.low("result", "show", "sum", "--for", CURIE).exits(ExitCode.OK).prints(SECRET);
    assertThat(statusOnLow(request)).isEqualTo("approved");

    sites.carryUp();
    sites.high("batch", "list", "--outgoing", "--type", "job,request").prints("0 batches");
  }

  @Test
  void withoutSharing_theResearcherSeesPlaceholdersOnly() throws Exception {
    ObjectId request = live("sum");
    Job job = deposited(request, SECRET);
    sites
        .high("approve", typed(job.id()), "--outgoing")
        .prints("0 will leave with it, 2 stay here");
    bringDown(0);

    assertThat(onLow(item(job, What.RESULT)).parts()).isEmpty();
    assertThat(onLow(item(job, What.LOG)).parts()).isEmpty();
    sites.low("job", "show", typed(job.id())).prints("completed", "withheld").neverSays("bytes");
    sites.low("job", "logs", typed(job.id())).exits(ExitCode.NEEDS_REVIEW);
    sites
        .low("result", "show", "sum", "--for", CURIE)
        .exits(ExitCode.NEEDS_REVIEW)
        .reports("live on the high side");
    sites.low("message", "list", "--to", CURIE).neverSays("released");
    assertThat(statusOnLow(request)).isEqualTo("pending");
    assertAbsentOnLow(SECRET, LOG);
  }

  @Test
  void datasetDeletedAfterTheRun_leavesTheResultToBeShared() throws Exception {
    ObjectId request = live("sum");
    Job job = deposited(request, SECRET);
    sites.high("dataset", "remove", "numbers").exits(ExitCode.OK);
    sites.highOnPath("job", "run", typed(request)).exits(ExitCode.USAGE);
    sites.high("job", "show", typed(job.id())).exits(ExitCode.OK).prints("completed");

    share(job, What.RESULT);
    bringDown(1);
    sites.low("result", "show", "sum", "--for", CURIE).exits(ExitCode.OK).prints(SECRET);
    assertAbsentOnLow(LOG);
  }
}
