package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests, what is kept for them and what their researchers hear. */
class RequestsTest extends TwoSitesTest {
  @Test
  @DisplayName("F67 request on high pending, F68 manual approve refused")
  void appliedRequest_isPending_andOnlyASharedResultApprovesIt() throws Exception {
    ObjectId request = live("sum");
    assertThat(statusOnHigh(request)).isEqualTo("pending");
    sites.high("request", "approve", typed(request)).exits(ExitCode.USAGE);
    assertThat(statusOnHigh(request)).isEqualTo("pending");
  }

  @Test
  @DisplayName("F70 deposit result")
  void depositedValue_makesACompletedJob() throws Exception {
    Job job = deposited(live("sum"), "6");
    assertThat(job.status()).isEqualTo("completed");
    sites.high("job", "logs", typed(job.id())).prints("adding");
    sites.high("show", typed(item(job, What.RESULT)), "--part", "value").prints("6");
  }

  @Test
  @DisplayName("F71 deposit twice")
  void eachDeposit_isAResultOfItsOwn() throws Exception {
    ObjectId request = live("sum");
    ObjectId first = item(deposited(request, "6"), What.RESULT);
    ObjectId second = item(deposited(request, "6"), What.RESULT);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  @DisplayName("F83 deny on high, F85 denied call")
  void denialOnHigh_reachesWhoeverAsksForTheResult() throws Exception {
    ObjectId request = live("sum");
    bringDown(0);
    sites.high("request", "deny", typed(request), "--reason", "too broad").exits(ExitCode.OK);
    bringDown(0);
    sites.low("request", "show", typed(request)).prints("rejected", "too broad");
    sites.low("result", "show", typed(request), "--for", CURIE).reports("was rejected: too broad");
    sites.low("message", "list", "--to", CURIE).prints("was rejected", "Reason: too broad");
  }

  @Test
  @DisplayName("F86 low never executes")
  void lowSide_runsNothing_andSaysThatThereIsNoResultYet() throws Exception {
    ObjectId request = sites.submit("sum");
    sites.low("job", "run", typed(request)).exits(ExitCode.USAGE).reports("high side");
    sites.low("result", "show", typed(request), "--for", CURIE).reports("no result", "yet");
  }

  @Test
  @DisplayName("F87 cached answer, F88 blocking and job calls agree")
  void askingAgain_byRequestNameOrResult_givesTheSame_andRunsNothing() throws Exception {
    ObjectId request = live("sum");
    Job job = deposited(request, "8128.5");
    share(job, What.RESULT);
    bringDown(1);
    for (String asked : List.of(typed(request), "sum", typed(item(job, What.RESULT)))) {
      assertThat(sites.low("result", "show", asked, "--for", CURIE).out().strip())
          .isEqualTo("8128.5");
    }
    assertThat(sites.low("job", "list", "--json").out()).containsOnlyOnce("\"request\"");
  }

  @Test
  @DisplayName("F93 dataset by hand")
  void requests_bringNoDataset() throws Exception {
    ObjectId asset = named("asset", "numbers");
    StateObject before = onHigh(asset);
    live("sum");
    assertThat(onHigh(asset)).isEqualTo(before);
    assertThat(onLow(asset).parts()).containsOnlyKeys("mock");
  }

  @Test
  @DisplayName("F94 dataset deletion")
  void resultOfARemovedDataset_isStillShared() throws Exception {
    ObjectId request = live("sum");
    Job job = deposited(request, "8128.5");
    sites.high("dataset", "remove", "numbers").exits(ExitCode.OK);
    share(job, What.RESULT);
    bringDown(1);
    sites.low("result", "show", typed(request), "--for", CURIE).exits(ExitCode.OK).prints("8128.5");
  }
}
