package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Projects;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ignoring, rejecting and leaving for later. Every command opens the site anew. */
class IgnoreTest extends TwoSitesTest {
  private ObjectId sum;
  private ObjectId code;
  private ObjectId project;

  @BeforeEach
  void requestHasComeIn() throws Exception {
    sum = waiting("sum");
    code = sites.onLow(site -> new Requests(site).show(sum)).code().orElseThrow();
    project = sites.onLow(site -> new Projects(site).list()).get(0).id();
  }

  private void ignore(ObjectId id) {
    sites.high("ignore", typed(id), "--yes").exits(ExitCode.OK);
  }

  private String listed() {
    return sites.high("batch", "list", "--incoming", "--show-code").exits(ExitCode.OK).out();
  }

  @Test
  @DisplayName("F43 ignore, F44 ignore persists")
  void ignoredBatch_staysAway_alsoWhenItComesInAgain() throws Exception {
    ignore(sum);
    assertThat(listed()).doesNotContain("  request  ");
    sites.submit("mean");
    sites.carryUp();
    assertThat(listed()).contains("mean").doesNotContain(typed(sum).substring(0, 8));
    assertThat(statusOnLow(sum)).isEqualTo("pending");
  }

  @Test
  @DisplayName("F45 ignore cascade")
  void ignoringCode_ignoresItsRequest() {
    ignore(code);
    assertThat(listed()).doesNotContain("  code  ", "  request  ").contains("  project  ");
  }

  @Test
  @DisplayName("F46 ignore leaf")
  void ignoringARequest_leavesItsCode() {
    ignore(sum);
    assertThat(listed()).contains("  code  ", "  project  ").doesNotContain("  request  ");
  }

  @Test
  @DisplayName("F47 ignore idempotent")
  void secondIgnore_changesNothing() {
    ignore(sum);
    ignore(sum);
    assertThat(listed()).doesNotContain("  request  ");
  }

  @Test
  @DisplayName("F48 ignore only unsynced")
  void appliedBatch_isNotIgnored() {
    sites.high("approve", typed(sum)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites
        .high("ignore", typed(sum), "--incoming")
        .exits(ExitCode.USAGE)
        .reports("was applied already");
  }

  @Test
  @DisplayName("F49 un-ignore, F50 un-ignore cascade")
  void unignoredRequest_bringsItsCodeBack_notTheOtherWayRound() {
    ignore(code);
    sites.high("unignore", typed(sum)).exits(ExitCode.OK).prints("request rq-", "code cd-");
    assertThat(listed()).contains("  request  ", "  code  ");
    ignore(code);
    sites.high("unignore", typed(code)).exits(ExitCode.OK);
    assertThat(listed()).contains("  code  ").doesNotContain("  request  ");
  }

  @Test
  @DisplayName("F51 change revives")
  void changedRequest_isBackAndMarked_withTheProjectItNeeds() throws Exception {
    ignore(project);
    assertThat(listed()).doesNotContain("  request  ", "  project  ");
    sites.low("request", "tag", typed(sum), "--tag", "pay").exits(ExitCode.OK);
    sites.carryUp();
    assertThat(listed()).contains("  request  ", "changed since ignored by ana", "  project  ");
    sites.high("batch", "list", "--incoming", "--undecided").prints("2 batches");
  }

  @Test
  @DisplayName("F52 sync of ignored refused")
  void ignoredBatch_isNotApprovedUnseen() throws Exception {
    ignore(sum);
    sites
        .high("approve", typed(sum))
        .exits(ExitCode.USAGE)
        .reports("is ignored", "sluice unignore");
    sites.high("apply", "--yes").exits(ExitCode.NEEDS_REVIEW);
    assertThat(isOnHigh(sum)).isFalse();
  }

  @Test
  @DisplayName("F53 deny and ignore")
  void rejectedRequest_isGone_andTheRequesterIsToldWhy() throws Exception {
    sites.high("reject", typed(sum), "--reason", "too broad").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    assertThat(listed()).doesNotContain("  request  ");
    bringDown(0);
    assertThat(statusOnLow(sum)).isEqualTo("rejected");
    sites.low("message", "list", "--to", CURIE).prints("Reason: too broad");
  }

  @Test
  @DisplayName("F54 skip")
  void skippedBatch_isStillListed() {
    sites.high("skip", typed(sum)).exits(ExitCode.OK);
    assertThat(listed()).contains("  request  ", "skipped by ana");
  }

  @Test
  @DisplayName("F55 decision badge, F97 all-batches table")
  void table_showsStatusAndDecisionOfEachBatch() {
    sites.high("approve", typed(project)).exits(ExitCode.OK);
    assertThat(listed()).contains("STATUS", "DECISION", "approved by ana", "  -");
  }
}
