package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.EarlierReleases;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.EarlierRelease.Kinship;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has been let out about the same data is known when more of it is to leave. */
class EarlierReleaseTest extends TwoSitesTest {
  private List<EarlierRelease> before(Job job) throws Exception {
    return sites.onHigh(site -> site.store().read(view -> EarlierReleases.of(view, job.id())));
  }

  @Test
  void releasesOfTheRequestAndOfItsData_areFound_newestFirst() throws Exception {
    ObjectId sum = live("sum");
    ObjectId mean = live("mean");
    Job first = deposited(mean, "1");
    share(first, What.RESULT);
    Job second = deposited(sum, "2");
    share(second, What.LOG);
    Job now = deposited(sum, "3");
    assertThat(before(now))
        .extracting(EarlierRelease::object)
        .containsExactlyInAnyOrder(item(first, What.RESULT), item(second, What.LOG));
    assertThat(before(now))
        .extracting(EarlierRelease::kinship)
        .containsExactlyInAnyOrder(Kinship.SAME_DATA, Kinship.SAME_REQUEST);
    assertThat(before(now)).extracting(one -> one.release().reason()).containsOnly("checked");
    assertThat(before(first))
        .extracting(EarlierRelease::object)
        .containsExactly(item(second, What.LOG));
  }

  @Test
  void whatWasKeptHere_isNoRelease() throws Exception {
    ObjectId sum = live("sum");
    Job first = deposited(sum, "1");
    Job now = deposited(sum, "2");
    assertThat(before(now)).isEmpty();
    share(first, What.RESULT);
    sites.high("withhold", typed(item(first, What.RESULT))).exits(ExitCode.OK);
    assertThat(before(now)).isEmpty();
  }
}
