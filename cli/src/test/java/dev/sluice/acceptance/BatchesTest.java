package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What belongs to a batch, and what one batch needs of another. */
class BatchesTest extends TwoSitesTest {
  @Test
  @DisplayName("F20 roots")
  void requestCodeJobProjectAndDataset_areRoots() throws Exception {
    deposited(live("sum"), "6");
    sites
        .high("batch", "list", "--outgoing", "--show-code", "--include-same")
        .prints("  job  ", "  request  ", "  code  ", "  project  ", "  dataset  ")
        .neverSays("  log  ", "  result  ", "  asset  ", "  user  ", "  message  ");
  }

  @Test
  @DisplayName("F22 sub-jobs")
  void jobOfAJob_travelsInTheBatchOfItsParent() throws Exception {
    Job job = deposited(live("sum"), "6");
    ObjectId child = named("job", "child");
    sites.onHigh(
        putting(
            StateObject.create(child, "job", CURIE)
                .with("name", "child")
                .with("status", "completed")
                .with("parent", job.id().text())));
    sites.high("batch", "list", "--outgoing", "--type", "job").prints("1 batch;");
    sites.high("batch", "show", typed(job.id())).prints("child");
    bringDown(0);
    assertThat(isOnLow(child)).isTrue();
  }

  @Test
  @DisplayName("F23 request batch members")
  void requestBatch_hasItsCodeProjectAndRequester() throws Exception {
    ObjectId request = waiting("sum");
    sites
        .high("batch", "tree", typed(request))
        .prints("  with  code cd-", "  with  project pj-", "  with  user us-", "  needs as-");
  }

  @Test
  @DisplayName("F24 code batch members")
  void codeBatch_hasItsNestedCode() throws Exception {
    ObjectId outer = outerCode();
    sites
        .low("batch", "show", typed(outer), "--outgoing", "--json")
        .prints("\"id\":\"" + outer + "\"", "\"id\":\"" + named("code", "inner") + "\"");
  }

  /** A code that calls another. */
  private ObjectId outerCode() throws Exception {
    ObjectId outer = named("code", "outer");
    ObjectId inner = named("code", "inner");
    sites.onLow(putting(StateObject.create(inner, "code", CURIE).with("name", "inner")));
    sites.onLow(
        putting(
            StateObject.create(outer, "code", CURIE)
                .with("name", "outer")
                .with("nested", Json.texts(List.of(inner.text())))));
    return outer;
  }

  @Test
  @DisplayName("F90 nested code")
  void requestForOuterCode_bringsTheInnerOneToo() throws Exception {
    ObjectId request = named("request", "nested");
    sites.onLow(
        putting(
            StateObject.create(request, "request", CURIE)
                .with("name", "nested")
                .with("status", "pending")
                .with("code", outerCode().text())));
    sites.carryUp();
    sites.high("approve", typed(request)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    assertThat(isOnHigh(named("code", "inner"))).isTrue();
  }

  @Test
  @DisplayName("F25 job batch members")
  void jobBatch_hasLogResultCodeAndRequest() throws Exception {
    Job job = deposited(live("sum"), "6");
    assertThat(sites.high("batch", "show", typed(job.id()), "--json").out())
        .contains("\"type\":\"log\"", "\"type\":\"result\"", "\"type\":\"code\"")
        .contains("\"type\":\"request\"");
  }

  @Test
  @DisplayName("F26 one-level rule")
  void walkStopsAtOtherRoots_whichAreInTheBatchThemselves() throws Exception {
    Job job = deposited(live("sum"), "6");
    deposited(live("mean"), "2");
    assertThat(sites.high("batch", "show", typed(job.id()), "--json").out())
        .contains("\"type\":\"request\"")
        .doesNotContain("mean");
  }

  @Test
  @DisplayName("F27 batch status")
  void changedMember_makesItsBatchChanged() throws Exception {
    Job job = deposited(live("sum"), "6");
    sites.high("batch", "list", "--outgoing", "--type", "job").prints("  new  ");
    bringDown(0);
    share(job, JobItem.What.LOG);
    sites.high("batch", "list", "--outgoing", "--type", "job").prints("  changed  ");
  }

  @Test
  @DisplayName("F28 batch ordering")
  void batches_areAppliedInTheOrderOfTheirNeeds() throws Exception {
    Job job = deposited(live("sum"), "6");
    bringDown(0);
    assertThat(isOnLow(job.id())).isTrue();
    sites.low("batch", "list", "--incoming").prints("0 batches");
  }

  @Test
  @DisplayName("F29 batch dependency, F31 dependents view")
  void tree_showsUnderEachBatchWhatItNeeds() throws Exception {
    Job job = deposited(live("sum"), "6");
    sites
        .high("batch", "tree", typed(job.id()), "--outgoing")
        .prints("job jb-", "  with  request rq-", "  needs as-", "below", "    dataset ds-");
  }

  @Test
  @DisplayName("F30 dependencies sync together")
  void applyingARequest_createsItsCodeToo() throws Exception {
    ObjectId request = live("sum");
    ObjectId code = sites.onHigh(site -> new Requests(site).show(request)).code().orElseThrow();
    assertThat(isOnHigh(code)).isTrue();
  }

  @Test
  @DisplayName("F91 constants shown, F92 policy transport")
  void policies_travelInsideTheCode_andAreShownByName() throws Exception {
    ObjectId request = sites.submit("sum");
    ObjectId code = sites.onLow(site -> new Requests(site).show(request)).code().orElseThrow();
    Json constants = Json.object().put("regions", 8L).build();
    Json policy = Json.object().put("constants", constants).build();
    sites.onLow(putting(onLow(code).with("input_policy", policy)));
    sites.carryUp();
    sites.high("diff", typed(request)).prints("input_policy: {\"constants\":{\"regions\":8}}");
    sites.high("approve", typed(request)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    assertThat(onHigh(code).fields()).containsEntry("input_policy", policy);
  }
}
