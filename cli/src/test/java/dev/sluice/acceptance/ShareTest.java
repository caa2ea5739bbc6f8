package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.ObjectId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of a job reaches whom. */
class ShareTest extends TwoSitesTest {
  private ObjectId request;
  private Job job;

  @BeforeEach
  void jobHasRun() throws Exception {
    request = live("sum");
    job = deposited(request, "8128.5");
  }

  private Outcome readBy(String email) {
    return sites.low("result", "show", typed(request), "--for", email);
  }

  @Test
  @DisplayName("F72 default unshared, F81 placeholder warning")
  void unsharedJob_isSeen_itsContentIsNot() throws Exception {
    bringDown(0);
    assertThat(statusOnLow(request)).isEqualTo("pending");
    sites.low("job", "show", typed(job.id())).prints("completed", "withheld").neverSays("8128.5");
    sites.low("job", "logs", typed(job.id())).exits(ExitCode.NEEDS_REVIEW).neverSays("adding");
    readBy(CURIE).exits(ExitCode.NEEDS_REVIEW).reports("live on the high side");
  }

  @Test
  @DisplayName("F73 share log only")
  void sharedLog_isReadable_andTheRequestStaysPending() throws Exception {
    share(job, What.LOG);
    bringDown(1);
    sites.low("job", "logs", typed(job.id())).exits(ExitCode.OK).prints("adding");
    assertThat(statusOnLow(request)).isEqualTo("pending");
    assertThat(statusOnHigh(request)).isEqualTo("pending");
    readBy(CURIE).exits(ExitCode.NEEDS_REVIEW).neverSays("8128.5");
  }

  @Test
  @DisplayName("F74 share result only, F78 implicit approval")
  void sharedResult_approvesTheRequestOnBothSides_andTellsTheRequester() throws Exception {
    share(job, What.RESULT);
    bringDown(1);
    assertThat(statusOnLow(request)).isEqualTo("approved");
    assertThat(statusOnHigh(request)).isEqualTo("approved");
    readBy(CURIE).exits(ExitCode.OK).prints("8128.5");
    sites.low("message", "list", "--to", CURIE).prints("was released").neverSays("8128.5");
    sites.low("job", "logs", typed(job.id())).exits(ExitCode.NEEDS_REVIEW).neverSays("adding");
  }

  @Test
  @DisplayName("F75 share all, F106 programmatic path")
  void bothItems_areSharedInOneCommand() throws Exception {
    sites
        .high(
            "share",
            typed(job.id()),
            "--result",
            "--log",
            "--reason",
            "checked",
            "--confirm-private",
            "2",
            "--json")
        .exits(ExitCode.OK)
        .prints("\"schema\":\"sluice.share/1\"");
    bringDown(2);
    readBy(CURIE).prints("8128.5");
    sites.low("job", "logs", typed(job.id())).prints("adding");
  }

  @Test
  @DisplayName("F76 share by id")
  void unknownId_isRefused() {
    sites
        .high("share", "rs-zzzzzz", "--reason", "x", "--confirm-private", "1")
        .exits(ExitCode.USAGE);
    sites
        .high("share", typed(request), "--reason", "x", "--confirm-private", "1")
        .exits(ExitCode.USAGE)
        .reports("holds nothing that could be shared");
  }

  @Test
  @DisplayName("F77 share later")
  void whatWasWithheld_canBeSharedWithALaterStick() throws Exception {
    bringDown(0);
    share(job, What.LOG);
    bringDown(1);
    assertThat(statusOnLow(request)).isEqualTo("pending");
    sites.carryUp();
    share(job, What.RESULT);
    sites.high("diff", typed(job.id()), "--outgoing").prints("  ~ result").neverSays("  ~ log");
    bringDown(1);
    readBy(CURIE).prints("8128.5");
    sites.low("job", "logs", typed(job.id())).prints("adding");
  }

  @Test
  @DisplayName("F79 share target")
  void sharedResult_isForItsRequesterOnly() throws Exception {
    share(job, What.RESULT);
    bringDown(1);
    ObjectId result = item(job, What.RESULT);
    readBy("eve@example.org").neverSays("8128.5").reports("belongs to another person");
    sites
        .low("result", "show", typed(result), "--for", "eve@example.org")
        .neverSays("8128.5")
        .reports("belongs to another person");
    sites
        .low("show", typed(result), "--part", "value")
        .exits(ExitCode.NEEDS_REVIEW)
        .neverSays("8128.5");
  }

  @Test
  @DisplayName("F80 stderr for admin")
  void stderr_neverLeaves_evenWithASharedLog() throws Exception {
    share(job, What.LOG);
    bringDown(1);
    sites.low("job", "logs", typed(job.id()), "--stderr").exits(ExitCode.NEEDS_REVIEW);
    assertThat(onLow(item(job, What.LOG)).parts()).containsOnlyKeys("stdout");
  }

  @Test
  @DisplayName("F82 storage marks")
  void job_saysOnEachSideWhichOfItsDataAreThere() throws Exception {
    share(job, What.LOG);
    bringDown(1);
    sites.high("job", "show", typed(job.id())).prints("PRIVATE", "released");
    sites.low("job", "show", typed(job.id())).prints("withheld", "released");
  }

  @Test
  @DisplayName("F100 share check boxes, F102 alert on private data")
  void sharing_saysWhatLeaves_forWhom_andWantsTheCountTyped() {
    sites
        .highTyping("1\n", "share", typed(item(job, What.RESULT)), "--reason", "one total")
        .exits(ExitCode.OK)
        .reports("It will leave the high side, readable by " + CURIE)
        .reports("Sharing a result also approves its request", "Type 1 to confirm");
  }

  @Test
  @DisplayName("F84 deny after publish")
  void denialOfWhatWasPublished_warns_andTheDataStayReadable() throws Exception {
    share(job, What.RESULT);
    bringDown(1);
    sites.carryUp();
    sites
        .high("request", "deny", typed(request), "--reason", "second thoughts")
        .exits(ExitCode.OK)
        .reports("can still be read: 1");
    bringDown(0);
    assertThat(statusOnLow(request)).isEqualTo("rejected");
    readBy(CURIE).exits(ExitCode.OK).prints("8128.5");
  }

  @Test
  @DisplayName("F84 deny before it left")
  void denialOfWhatHasNotLeft_keepsItHere() throws Exception {
    share(job, What.RESULT);
    sites
        .high("request", "deny", typed(request), "--reason", "second thoughts")
        .exits(ExitCode.OK)
        .neverSays("can still be read");
    bringDown(0);
    assertThat(statusOnLow(request)).isEqualTo("rejected");
    assertThat(onLow(item(job, What.RESULT)).parts()).isEmpty();
    sites.low("message", "list").prints("was rejected").neverSays("was released");
  }

  @Test
  @DisplayName("F84 withdrawn after it was published")
  void withdrawalOfWhatWasPublished_takesTheDataAway_alsoAfterADenial() throws Exception {
    share(job, What.RESULT);
    bringDown(1);
    sites.carryUp();
    sites
        .high("request", "deny", typed(request), "--reason", "second thoughts")
        .exits(ExitCode.OK)
        .reports("can still be read: 1");
    sites
        .high("withdraw", typed(job.id()), "--result", "--reason", "names a patient", "--yes")
        .exits(ExitCode.OK);
    bringDown(0);
    readBy(CURIE).exits(ExitCode.STALE).reports("rejected: second").neverSays("8128.5");
    assertThat(onLow(item(job, What.RESULT)).parts()).isEmpty();
    assertThat(statusOnLow(request)).isEqualTo("rejected");
    sites.low("message", "list", "--to", CURIE).prints("names a patient");
  }

  @Test
  @DisplayName("F112 blob transport")
  void largeResult_arrivesByteForByte() throws Exception {
    byte[] value = new byte[3 << 20];
    new Random(7).nextBytes(value);
    Path file = Files.write(folder.resolve("large.bin"), value);
    Job large = sites.onHigh(site -> new Jobs(site).deposit(request, file, Optional.empty()));
    share(large, What.RESULT);
    bringDown(1);
    String result = typed(item(large, What.RESULT));
    Path out = folder.resolve("out.bin");
    sites
        .low("result", "show", result, "--for", CURIE, "--output", out.toString())
        .exits(ExitCode.OK);
    assertThat(Files.readAllBytes(out)).isEqualTo(value);
  }
}
