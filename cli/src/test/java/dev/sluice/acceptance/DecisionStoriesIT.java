package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.datasite.Requests;
import dev.sluice.datasite.Users;
import dev.sluice.state.ObjectId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What people decide, and what comes of it on both sides. */
class DecisionStoriesIT extends Story {
  private static final String BOB = "bob@example.org";
  private static final String SECRET = "canary-of-the-result-90af";

  @Test
  void thirdRequest_isAllThatTheNextStickBrings() throws Exception {
    live("sum");
    live("mean");
    bringDown(0);
    sites.low("export", "--dry-run").neverSays("request");

    ObjectId third = sites.submit("median");
    sites.low("export", "--dry-run").prints("median").neverSays("  sum", "  mean");
    sites.carryUp();
    sites.high("batch", "list", "--incoming").prints("median", "1 batch").neverSays("  mean");
    sites.high("approve", typed(third), "--note", NOTE).exits(ExitCode.OK);
    sites.high("apply", "--yes").prints("2 created");
    sites.high("request", "list").prints("sum", "mean", "median");
    bringDown(0);
    assertAbsentOnLow(NOTE);
  }

  @Test
  void denialOnHigh_reachesTheResearcherWithItsReason() throws Exception {
    ObjectId request = live("sum");
    sites.high("request", "deny", typed(request), "--reason", "too broad").exits(ExitCode.OK);
    sites.highOnPath("job", "run", typed(request)).exits(ExitCode.STALE).reports("is rejected");
    sites.high("batch", "list", "--outgoing").prints("  request  ", "  changed  ");
    bringDown(0);

    sites.low("request", "show", typed(request)).prints("rejected", "too broad");
    sites.low("result", "show", "sum", "--for", CURIE).reports("was rejected: too broad");
    sites.low("message", "list", "--to", CURIE).prints("was rejected", "too broad");
    sites.low("job", "list").neverSays("sum");
    sites.carryUp();
    sites.high("batch", "list").prints("0 batches");
  }

  @Test
  void ignoredCode_takesItsFinishedJobAlong() throws Exception {
    ObjectId request = live("sum");
    Job job = deposited(request, SECRET);
    share(job, What.RESULT);
    ObjectId code = sites.onHigh(site -> new Requests(site).show(request)).code().orElseThrow();

    sites
        .high("ignore", typed(code), "--outgoing", "--yes", "--note", NOTE)
        .exits(ExitCode.OK)
        .prints("code cd-", "job jb-", "request rq-");
    sites.high("batch", "list", "--outgoing", "--type", "job,request").prints("0 batches");
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    assertThat(isOnLow(job.id())).isFalse();
    assertThat(statusOnLow(request)).isEqualTo("pending");
    assertAbsentOnLow(SECRET, LOG, NOTE);

    sites.high("unignore", typed(job.id()), "--outgoing").exits(ExitCode.OK);
    bringDown(1);
    sites.low("result", "show", "sum", "--for", CURIE).prints(SECRET);
    assertAbsentOnLow(LOG, NOTE);
  }

  @Test
  void requestThatChangesAfterItWasIgnored_isBackAndMarked() throws Exception {
    ObjectId request = waiting("sum");
    sites.high("ignore", typed(request), "--note", NOTE).exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("request", "show", typed(request)).prints("pending").neverSays("ignored");

    sites.low("request", "tag", typed(request), "--tag", "urgent").exits(ExitCode.OK);
    sites.carryUp();
    sites.high("batch", "list", "--incoming").prints("changed since ignored by ana");
    sites.high("approve", typed(request)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.high("request", "show", typed(request)).prints("urgent");
    assertAbsentOnLow(NOTE);
  }

  @Test
  void tenRequests_areDecidedInBulk() throws Exception {
    sites.onLow(site -> new Users(site).add(BOB, "Bob", "Example"));
    for (int i = 0; i < 10; i++) {
      handIn("count_" + i, i % 2 == 0 ? CURIE : BOB);
    }
    sites.carryUp();
    sites.high("batch", "list", "--incoming", "--type", "request").prints("10 batches");

    sites.high("reject", request(0), request(1), "--reason", "too broad").exits(ExitCode.OK);
    sites.high("ignore", request(2), request(3), "--note", NOTE).exits(ExitCode.OK);
    sites.high("skip", request(5)).exits(ExitCode.OK);
    sites.high("approve", "--all-undecided", "--by", "Curie@Example.org").exits(ExitCode.OK);
    sites
        .high("reject", "--all-undecided", "--by", BOB, "--reason", "no budget")
        .exits(ExitCode.OK);
    sites
        .high("batch", "list", "--incoming", "--type", "request", "--undecided")
        .prints("0 batches");
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("1 waiting, 2 ignored, 4 rejected");
    bringDown(0);

    assertThat(sites.high("request", "list").out()).contains("count_4", "count_6", "count_8");
    assertThat(sites.low("request", "list", "--status", "rejected").out())
        .contains("count_0", "count_1", "count_7", "count_9")
        .doesNotContain("count_2", "count_3", "count_4", "count_5");
    sites.low("message", "list", "--to", BOB).prints("too broad", "no budget");
    sites.low("message", "list", "--to", CURIE).prints("too broad").neverSays("no budget");
    assertAbsentOnLow(NOTE);
  }

  private void handIn(String name, String by) throws Exception {
    Path code = Files.writeString(folder.resolve(name + ".py"), "def " + name + "(d): return 1\n");
    sites
        .low(
            "request",
            "submit",
            name,
            "--code",
            code.toString(),
            "--dataset",
            "numbers",
            "--purpose",
            "Counting",
            "--by",
            by)
        .exits(ExitCode.OK);
  }

  private String request(int number) throws Exception {
    return typed(sites.onLow(site -> site.find("request", "count_" + number)));
  }

  @Test
  void twoAdministrators_seeWhoDecidedWhat() throws Exception {
    ObjectId sum = waiting("sum");
    ObjectId mean = waiting("mean");
    sites.highAs("ana", "approve", typed(sum)).exits(ExitCode.OK);
    sites.highAs("ben", "reject", typed(mean), "--reason", "too broad").exits(ExitCode.OK);
    sites.high("batch", "list", "--incoming").prints("approved by ana", "rejected by ben");

    sites.highAs("ben", "skip", typed(sum), "--note", NOTE).exits(ExitCode.OK);
    sites.highAs("ana", "batch", "list", "--incoming").prints("skipped by ben");
    sites.highAs("ana", "approve", typed(sum)).exits(ExitCode.OK);
    sites.highAs("ben", "apply", "--yes").exits(ExitCode.OK);
    assertThat(isOnHigh(sum)).isTrue();
    assertThat(isOnHigh(mean)).isFalse();
    sites.high("audit", "log", "--by", "ben").prints("apply", "reject").neverSays("approve");
    bringDown(0);
    sites.low("request", "list", "--status", "rejected").prints("mean").neverSays("sum");
    assertAbsentOnLow(NOTE);
  }

  @Test
  void requestEditedOnBothSides_isHeldUntilSomebodySaysWhoseCounts() throws Exception {
    ObjectId request = live("sum");
    bringDown(0);
    sites.low("request", "withdraw", typed(request)).exits(ExitCode.OK);
    sites.high("request", "deny", typed(request), "--reason", "too broad").exits(ExitCode.OK);
    sites.carryUp();

    sites.high("batch", "list", "--incoming").prints("conflict");
    sites.high("diff", typed(request), "--incoming").prints("pending", "withdrawn", "rejected");
    sites.high("approve", typed(request), "--incoming").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.CONFLICT);
    assertThat(statusOnHigh(request)).isEqualTo("rejected");

    sites.high("approve", typed(request), "--take", "incoming", "--note", NOTE).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    assertThat(statusOnHigh(request)).isEqualTo("withdrawn");
    bringDown(0);
    assertThat(statusOnLow(request)).isEqualTo("withdrawn");
    assertAbsentOnLow(NOTE);
  }
}
