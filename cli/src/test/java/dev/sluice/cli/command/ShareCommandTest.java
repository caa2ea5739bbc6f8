package dev.sluice.cli.command;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Jobs;
import dev.sluice.datasite.RequestStatus;
import dev.sluice.datasite.Requests;
import dev.sluice.datasite.Results;
import dev.sluice.state.ObjectId;
import dev.sluice.state.store.StateDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareCommandTest {
  @TempDir Path folder;
  private TwoSites sites;
  private ObjectId request;
  private Job job;

  @BeforeEach
  void jobHasRun() throws Exception {
    sites = TwoSites.paired(folder);
    request = sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    Path value = Files.writeString(folder.resolve("six.json"), "6");
    Path log = Files.writeString(folder.resolve("log.txt"), "adding\n");
    job = sites.onHigh(site -> new Jobs(site).deposit(request, value, Optional.of(log)));
  }

  private ObjectId item(JobItem.What what) {
    return job.items().stream().filter(i -> i.what() == what).findFirst().orElseThrow().id();
  }

  private StateDigest digest() throws Exception {
    return sites.onHigh(site -> site.store().digest());
  }

  @Test
  void share_saysWhatLeaves_takesTheTypedNumber_andReleasesTheJob() throws Exception {
    sites
        .high("batch", "list", "--outgoing")
        .prints("log stdout, result value: WITHHELD", "sum_of_numbers");
    sites
        .highTyping("1\n", "share", typed(item(JobItem.What.RESULT)), "--reason", "one total")
        .exits(ExitCode.OK)
        .reports(
            "result rs-",
            "part:value: 1 byte. It will leave the high side, readable by curie@example.org.",
            "also approves its request",
            "Private items: 1. Type 1 to confirm:")
        .prints("Recorded: ana shares result rs-", "Approved job jb-", "Next: sluice export");
    sites.high("batch", "list", "--outgoing").prints("result value: SHARED; log stdout: WITHHELD");
    sites.carryDown(1);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    assertThat(sites.onLow(site -> new Requests(site).show(request)).status().word())
        .isEqualTo(RequestStatus.APPROVED);
    assertThat(sites.onLow(site -> new Results(site).find(request, TwoSites.CURIE)).value().bytes())
        .isEqualTo(1);
  }

  @Test
  void share_namesTheOtherChangesOfTheBatch_beforeItAsks() throws Exception {
    String result = typed(item(JobItem.What.RESULT));
    sites
        .highTyping("no\n", "share", result, "--reason", "one total")
        .exits(ExitCode.CANCELLED)
        .reports("This approves job jb-", "With it leave:", "  job jb-", "  log lg-", ", new");
    sites.high("share", result, "--reason", "x", "--confirm-private", "1").exits(ExitCode.OK);
    sites.carryDown(1);
    sites
        .high(
            "share",
            typed(item(JobItem.What.LOG)),
            "--reason",
            "x",
            "--confirm-private",
            "1",
            "--json")
        .exits(ExitCode.OK)
        .prints("\"alongside\":[]");
  }

  @Test
  void batchThatWasRejectedOrIgnored_isNotApprovedInPassing() throws Exception {
    String id = typed(item(JobItem.What.RESULT));
    String[] share = {"share", id, "--reason", "x", "--confirm-private", "1"};
    sites.high("reject", typed(job.id()), "--outgoing", "--reason", "not yet").exits(ExitCode.OK);
    StateDigest before = digest();
    sites
        .high(share)
        .exits(ExitCode.NEEDS_REVIEW)
        .reports("is rejected by ana", "Nothing was released", "sluice reset jb-");
    assertThat(digest()).isEqualTo(before);
    sites.high("reset", typed(job.id()), "--outgoing").exits(ExitCode.OK);
    sites.high("ignore", typed(job.id()), "--outgoing", "--yes").exits(ExitCode.OK);
    sites.high(share).exits(ExitCode.NEEDS_REVIEW).reports("is ignored", "sluice unignore jb-");
    sites.high("unignore", typed(job.id()), "--outgoing").exits(ExitCode.OK);
    sites.high(share).exits(ExitCode.OK);
  }

  @Test
  void withdraw_removesWhatHasLeft_andSaysWhatItCannotUndo() throws Exception {
    String id = typed(item(JobItem.What.RESULT));
    sites.high("share", id, "--reason", "x", "--confirm-private", "1").exits(ExitCode.OK);
    sites.carryDown(1);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.low("result", "show", id, "--for", TwoSites.CURIE).exits(ExitCode.OK).prints("6");
    sites.low("result", "show", id, "--for", "mallory@example.org").exits(ExitCode.USAGE);
    sites
        .high("withhold", id)
        .exits(ExitCode.STALE)
        .reports("what was read stays read", "sluice withdraw");
    sites.high("withdraw", id).exits(ExitCode.USAGE).reports("has a reason");
    sites
        .high("withdraw", id, "--reason", "too small", "--yes")
        .exits(ExitCode.OK)
        .prints("withdraws result rs-", "cannot be taken back", "Next: sluice export");
    sites.carryDown(1);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites
        .low("result", "show", id, "--for", TwoSites.CURIE)
        .exits(ExitCode.NEEDS_REVIEW)
        .reports("withdrew it: too small");
    sites.low("request", "list").prints("revoked");
    sites.low("message", "list", "--to", TwoSites.CURIE).prints("was withdrawn");
    sites.high("audit", "log").prints("private-shared", "private-withdrawn");
    sites.high("withdraw", id, "--reason", "x").exits(ExitCode.USAGE).reports("none of this");
  }

  @Test
  void wrongNumber_changesNothing() throws Exception {
    StateDigest before = digest();
    String result = typed(item(JobItem.What.RESULT));
    sites.highTyping("2\n", "share", result, "--reason", "x").exits(ExitCode.CANCELLED);
    sites
        .high("share", result, "--reason", "x", "--confirm-private", "2")
        .exits(ExitCode.CANCELLED)
        .reports("1 private items would leave, not 2", "Nothing was changed.");
    sites.high("share", result, "--reason", "x", "--yes").exits(ExitCode.USAGE);
    sites.high("share", result).exits(ExitCode.USAGE).reports("has a reason");
    sites
        .high("share", result, "--reason", "x")
        .exits(ExitCode.CANCELLED)
        .reports("--confirm-private 1");
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void job_isSharedByWhatIsNamed() {
    String id = typed(job.id());
    sites.high("share", id, "--reason", "x").exits(ExitCode.USAGE).reports("--result, --log");
    sites
        .high("share", id, "--result", "--log", "--reason", "x", "--confirm-private", "2", "--json")
        .exits(ExitCode.OK)
        .prints("\"schema\":\"sluice.share/1\"", "\"item\":\"part:stdout\"", "\"approved\":[{");
    sites
        .high("share", id, "--result", "--reason", "x", "--confirm-private", "1")
        .exits(ExitCode.USAGE)
        .reports("all of this is shared already");
  }

  @Test
  void whatIsNotPrivateInAJob_isRefused() {
    sites
        .high("share", typed(request), "--reason", "x", "--confirm-private", "0")
        .exits(ExitCode.USAGE)
        .reports("holds nothing that could be shared");
    sites.low("share", typed(request), "--reason", "x").exits(ExitCode.USAGE).reports("high side");
  }

  @Test
  void withhold_takesTheReleaseBack_andTheApprovalWithIt() {
    String id = typed(item(JobItem.What.LOG));
    sites.high("withhold", id).exits(ExitCode.OK).prints("None of this was shared.");
    sites.high("share", id, "--reason", "x", "--confirm-private", "1").exits(ExitCode.OK);
    sites.high("withhold", id).exits(ExitCode.OK).prints("stays here");
    sites.high("batch", "list", "--outgoing").prints("changed since approved by ana");
    sites.high("plan", "--outgoing").prints("0 private items would leave");
  }
}
