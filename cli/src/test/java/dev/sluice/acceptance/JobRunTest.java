package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.ObjectId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Code that meets private data. */
class JobRunTest extends TwoSitesTest {
  private Job run(ObjectId request) throws Exception {
    sites.highOnPath("job", "run", typed(request)).exits(ExitCode.OK);
    return sites.onHigh(site -> new Jobs(site).list(Optional.of(request))).get(0);
  }

  private ObjectId liveCode(String name, String source) throws Exception {
    ObjectId request = sites.submit(name, "Research", source);
    sites.carryUp();
    sites.high("approve", typed(request)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    return request;
  }

  @Test
  @DisplayName("F69 run on high")
  void code_meetsTheRealData_andLeavesJobLogAndResult() throws Exception {
    ObjectId request =
        liveCode("total", "def total(data):\n    print('adding')\n    return sum(data)\n");
    Job job = run(request);
    assertThat(job.status()).isEqualTo("completed");
    sites.high("show", typed(item(job, What.RESULT)), "--part", "value").prints("6");
    sites.high("job", "logs", typed(job.id())).prints("adding");
  }

  @Test
  @DisplayName("F89 error job")
  void failure_reachesTheLowSide_withoutAWordOfWhy() throws Exception {
    ObjectId request = liveCode("total", "def total(data):\n    raise ValueError(str(data))\n");
    Job job = run(request);
    assertThat(job.error()).isPresent();
    sites.high("job", "logs", typed(job.id()), "--stderr").prints("[1, 2, 3]");
    bringDown(0);
    sites
        .low("job", "show", typed(job.id()))
        .prints("errored")
        .neverSays("error  ", "ValueError", "exit code");
    assertThat(onLow(job.id()).fields()).doesNotContainKeys("error", "timings", "isolation");
    assertThat(statusOnLow(request)).isEqualTo("pending");
  }
}
