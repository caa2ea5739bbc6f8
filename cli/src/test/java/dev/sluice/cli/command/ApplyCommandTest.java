package dev.sluice.cli.command;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.DatasetDraft;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.Jobs;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.StateDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
  private static final Pattern PLAN = Pattern.compile("pl-[0-9a-f]{8}");

  @TempDir Path folder;

  private TwoSites approved(ObjectId[] request) throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    request[0] = sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.high("approve", typed(request[0])).exits(ExitCode.OK);
    return sites;
  }

  private TwoSites approved() throws Exception {
    return approved(new ObjectId[1]);
  }

  private static String planId(TwoSites sites) {
    Matcher id = PLAN.matcher(sites.high("plan").exits(ExitCode.OK).out());
    assertThat(id.find()).isTrue();
    return id.group();
  }

  private StateDigest digest(TwoSites sites) throws Exception {
    return sites.onHigh(site -> site.store().digest());
  }

  @Test
  void plan_listsEveryObject_andWhatStays() throws Exception {
    TwoSites sites = approved();
    sites.submit("mean");
    sites.carryUp();
    sites
        .high("plan")
        .exits(ExitCode.OK)
        .prints(
            "  + create  request  rq-",
            "approved by ana",
            "  + create  code     cd-",
            "with rq-",
            "  = same    project  pj-",
            "  . wait    request  rq-",
            "undecided",
            "Plan: 4 to create, 2 the same, 1 waiting.",
            "Next: sluice apply pl-");
    sites.high("plan", "--detailed-exitcode").exits(ExitCode.CHANGES_PRESENT);
    sites
        .high("plan", "--json")
        .prints("\"schema\":\"sluice.plan/1\"", "\"direction\":\"incoming\"", "\"create\":4");
  }

  @Test
  void apply_wantsThePlansId_typedOrNamed() throws Exception {
    TwoSites sites = approved();
    StateDigest before = digest(sites);
    sites.high("apply").exits(ExitCode.CANCELLED).reports("--yes, or name the plan");
    sites.highTyping("pl-00000000\n", "apply").exits(ExitCode.CANCELLED);
    assertThat(digest(sites)).isEqualTo(before);
    String id = planId(sites);
    sites
        .highTyping(id + "\n", "apply")
        .exits(ExitCode.OK)
        .prints("Applied " + id + ": 4 created, 2 the same.");
    sites.high("apply").exits(ExitCode.OK).prints("Nothing to apply.");
  }

  @Test
  void nothingApproved_needsAReview() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites.submit("sum_of_numbers");
    sites.carryUp();
    sites
        .high("apply", "--yes")
        .exits(ExitCode.NEEDS_REVIEW)
        .reports("2 undecided batches wait", "sluice approve ID");
  }

  @Test
  void planThatIsNoLongerTrue_isStale_andNamesBoth() throws Exception {
    TwoSites sites = approved();
    String old = planId(sites);
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    String now = planId(sites);
    StateDigest before = digest(sites);
    sites.high("apply", old).exits(ExitCode.STALE).reports(old, now, "Nothing was changed.");
    assertThat(digest(sites)).isEqualTo(before);
    sites
        .high("apply", now, "--json")
        .exits(ExitCode.OK)
        .prints("\"schema\":\"sluice.apply/1\"", "\"id\":\"" + now + "\"");
  }

  @Test
  void nothingToApply_isFine() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites.high("plan").exits(ExitCode.OK).prints("Nothing waits to be applied.");
    sites.high("apply").exits(ExitCode.OK).prints("Nothing to apply.");
    sites.high("plan", "--detailed-exitcode").exits(ExitCode.OK);
  }

  @Test
  void approvedBatchWhoseNeedIsNotHere_isBlocked_namingIt() throws Exception {
    TwoSites sites = TwoSites.withoutDataset(folder);
    ObjectId request = sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.high("approve", typed(request)).exits(ExitCode.OK);
    sites.high("plan").prints("  ! blocked  request", "needs as-");
    sites
        .high("apply", "--yes")
        .exits(ExitCode.MISSING_DEPENDENCY)
        .reports("sum_of_numbers needs as-", "has not come in", "Nothing was changed.");
  }

  @Test
  void approvalOfWhatNeedsAnUndecidedBatch_namesTheCommandForIt() throws Exception {
    var request = new ObjectId[1];
    TwoSites sites = approved(request);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    Path value = Files.writeString(folder.resolve("six.json"), "6");
    Job job = sites.onHigh(site -> new Jobs(site).deposit(request[0], value, Optional.empty()));
    sites
        .high("approve", typed(job.id()))
        .exits(ExitCode.OK)
        .prints("It needs dataset ds-", "numbers, which is undecided: sluice approve ds-");
    sites.high("approve", "--all-undecided", "--outgoing").exits(ExitCode.OK);
    sites.high("approve", typed(job.id())).exits(ExitCode.OK).neverSays("It needs");
  }

  @Test
  void bothSidesChangedIt_isAConflict_namingTheFields() throws Exception {
    var request = new ObjectId[1];
    TwoSites sites = approved(request);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.onHigh(site -> new Requests(site).deny(request[0], "too\u202E broad"));
    sites.onLow(site -> new Requests(site).withdraw(request[0]));
    sites.carryUp();
    sites
        .high("diff", typed(request[0]), "--incoming")
        .prints(
            "  ! request",
            "        incoming     \"withdrawn\"",
            "        here         \"rejected\"",
            "        last agreed  \"pending\"");
    sites.high("approve", typed(request[0]), "--incoming").exits(ExitCode.OK);
    sites
        .high("apply", "--yes")
        .exits(ExitCode.CONFLICT)
        .reports("status incoming", "\"withdrawn\"", "\"rejected\"", "too[U+202E] broad")
        .neverSays("\u202E", "Nothing was changed.");
    sites.high("apply", "--yes").exits(ExitCode.CONFLICT).reports("Nothing was changed.");
    sites
        .high("reject", typed(request[0]), "--incoming", "--reason", "answered")
        .exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("1 rejected");
  }

  @Test
  void decisionThatWasNotSignedHere_stopsPlanAndApply() throws Exception {
    var request = new ObjectId[1];
    TwoSites sites = approved(request);
    forge(sites, request[0]);
    StateDigest before = digest(sites);
    sites.high("plan").exits(ExitCode.SIGNATURE_INVALID).reports("signature that does not fit");
    sites.high("apply", "--yes").exits(ExitCode.SIGNATURE_INVALID);
    assertThat(digest(sites)).isEqualTo(before);
  }

  /** Puts a decision into the store that says it is somebody else's, with ana's signature. */
  private static void forge(TwoSites sites, ObjectId root) throws Exception {
    sites.onHigh(
        site ->
            site.store()
                .<Void, RuntimeException>write(
                    AuditEvent.of("forge", "mallory"),
                    transaction -> {
                      var peer = transaction.peer("low-lab");
                      Decision said = peer.decision(Direction.IN, root).orElseThrow();
                      peer.decide(
                          new Decision(
                              said.direction(),
                              said.root(),
                              said.batch(),
                              said.verdict(),
                              "ben",
                              said.reason(),
                              said.note(),
                              said.at(),
                              said.resolution(),
                              said.signature()));
                      return null;
                    }));
  }

  @Test
  void lowSide_appliesWhatTheHighSideSigned_unlessSomebodySaidOtherwise() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    Path mock = Files.writeString(folder.resolve("ages.json"), "[40]");
    sites.onHigh(
        site ->
            new Datasets(site)
                .add(new DatasetDraft("ages", "", "o@example.org", mock, Optional.empty())));
    sites.high("approve", "--all-undecided", "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("skip", "--all-undecided").exits(ExitCode.OK);
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("settled without a change: 1");
    sites.low("reset", "ds-", "--incoming").exits(ExitCode.OK);
    sites.low("plan").prints("  + create  dataset", "needs no approval on this side");
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("2 created");
  }

  @Test
  void outgoingPlan_tellsWhatTheNextExportCarries() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites
        .high("plan", "--outgoing")
        .exits(ExitCode.OK)
        .prints("Outgoing to low-lab", "  . wait  dataset  ds-", "0 private items would leave");
    sites.high("plan", "--outgoing", "--detailed-exitcode").exits(ExitCode.OK);
    sites.high("approve", "--all-undecided", "--outgoing").exits(ExitCode.OK);
    sites
        .high("plan", "--outgoing", "--detailed-exitcode")
        .exits(ExitCode.CHANGES_PRESENT)
        .prints("  + create  dataset  ds-", "  + create  asset    as-");
    sites.high("plan", "--outgoing", "--json").prints("\"peer\":\"low-lab\"", "\"answers\":0");
  }
}
