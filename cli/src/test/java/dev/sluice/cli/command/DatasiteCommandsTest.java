package dev.sluice.cli.command;

import static dev.sluice.cli.command.DatasiteStory.CURIE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasiteCommandsTest {
  private static final String HOSTILE = "Mallory\u202E\u001b[31m\nOK";

  private DatasiteStory story;

  @BeforeEach
  void makeSites() throws Exception {
    story = new DatasiteStory();
  }

  @Test
  void users_areAddedOnLowAndListed() {
    story
        .on(Side.LOW, "user", "add", CURIE, "--name", "Marie Curie")
        .exits(ExitCode.OK)
        .prints("Added curie@example.org (Marie Curie).", "Next: sluice request submit");
    story.on(Side.LOW, "user", "list").exits(ExitCode.OK).prints("EMAIL", CURIE, "Marie Curie");
    story
        .on(Side.LOW, "user", "add", CURIE, "--name", "Another")
        .exits(ExitCode.USAGE)
        .reports("there already is a user curie@example.org", "Nothing was changed.");
    story
        .on(Side.HIGH, "user", "add", CURIE, "--name", "Marie Curie")
        .exits(ExitCode.USAGE)
        .reports("researchers are added on the low side");
  }

  @Test
  void hostileNames_areInertInEveryList() throws Exception {
    story.submit("total.sh", "true\n");
    story.on(Side.LOW, "user", "add", "mallory@example.org", "--name", HOSTILE);
    story.on(Side.LOW, "project", "create", HOSTILE, "--by", CURIE, "--description", HOSTILE);
    String request =
        story.json(
            Side.LOW,
            "id",
            "request",
            "submit",
            "evil",
            "--code",
            story.file("evil.sh", "echo \u202E\u001b[31m\n"),
            "--dataset",
            "payroll",
            "--purpose",
            HOSTILE,
            "--by",
            CURIE,
            "--tag",
            HOSTILE);

    for (String command :
        new String[] {
          "user list", "project list", "request list", "request show " + request, "show " + request
        }) {
      story
          .on(Side.LOW, command.split(" "))
          .exits(ExitCode.OK)
          .prints("[U+202E]")
          .neverSays("\u202E", "\u001b");
    }
    story
        .on(Side.LOW, "project", "show", HOSTILE)
        .exits(ExitCode.OK)
        .prints("Mallory[U+202E][U+001B][31m[U+000A]OK")
        .neverSays("\u202E");
    story
        .on(Side.LOW, "project", "show", HOSTILE + "!")
        .exits(ExitCode.USAGE)
        .reports("[U+202E]")
        .neverSays("\u202E", "\u001b");
  }

  @Test
  void projects_areCreatedListedAndShown() throws Exception {
    story.on(Side.LOW, "user", "add", CURIE, "--name", "Marie Curie");
    String id = story.json(Side.LOW, "id", "project", "create", "pay", "--by", CURIE);

    story.on(Side.LOW, "project", "list").prints(id.substring(0, 7), "pay", CURIE);
    story.on(Side.LOW, "project", "show", id.substring(0, 9)).prints("members  " + CURIE);
    story.on(Side.LOW, "project", "show", "none").exits(ExitCode.USAGE).reports("no project");
  }

  @Test
  void datasets_areAddedListedShownAndRemoved() throws Exception {
    String secret = story.file("private.csv", "region,n\nnorth,40\n");
    story
        .addPayroll(Side.HIGH, "--private", secret)
        .prints("with private data, which never leave this side.", "Next: sluice dataset show");
    story.addPayroll(Side.LOW).prints("with mock data.");

    story.on(Side.HIGH, "dataset", "list").prints("payroll", "ana@example.org", "18 bytes");
    story.on(Side.HIGH, "dataset", "show", "payroll").prints("payroll.csv", "18 bytes");
    story.on(Side.LOW, "dataset", "show", "payroll").prints("19 bytes").neverSays("18 bytes");
    story
        .on(Side.LOW, "dataset", "remove", "payroll")
        .prints("Removed dataset payroll.", "Next: sluice export");
    story.on(Side.LOW, "dataset", "show", "payroll").exits(ExitCode.USAGE);
  }

  @Test
  void privateDataOnTheLowSide_areRefused() throws Exception {
    String file = story.file("data.csv", "n\n1\n");
    story
        .on(
            Side.LOW,
            "dataset",
            "add",
            "payroll",
            "--mock",
            file,
            "--private",
            file,
            "--owner",
            "ana@example.org")
        .exits(ExitCode.USAGE)
        .reports("private data are added on the high side only");
  }

  @Test
  void requests_areSubmittedListedShownAndWithdrawn() throws Exception {
    String id = story.submit("total.sh", "cat \"$1\" > \"$2\"\n");
    String shortId = id.substring(0, 8);

    story
        .on(Side.LOW, "request", "list", "--by", CURIE, "--status", "pending")
        .prints(shortId.substring(0, 7), "total", "Yearly report");
    story
        .on(Side.LOW, "request", "show", shortId)
        .prints("status   pending", "  | cat \"$1\" > \"$2\"");
    story.on(Side.LOW, "request", "withdraw", shortId).prints("Withdrew request rq-");
    story.on(Side.LOW, "request", "show", "total").prints("status   withdrawn");
    story
        .on(Side.LOW, "request", "withdraw", shortId)
        .exits(ExitCode.STALE)
        .reports("is withdrawn already", "Nothing was changed.");
  }

  @Test
  void deniedRequest_isAnsweredWithAMessage() throws Exception {
    String id = story.submit("total.sh", "true\n");
    story.carry(id, Side.LOW);
    story
        .on(Side.HIGH, "request", "deny", id, "--reason", "Reads too much " + HOSTILE)
        .exits(ExitCode.OK)
        .prints("Rejected request rq-", CURIE + " will be told why.");
    story.carry(id, Side.HIGH);

    story.on(Side.LOW, "request", "show", id).prints("rejected", "Reads too much");
    story
        .on(Side.LOW, "message", "list", "--to", CURIE)
        .prints("Your request total was rejected", "  Reason: Reads too much Mallory[U+202E]")
        .neverSays("\u202E", "\u001b");
    story.on(Side.LOW, "message", "list", "--to", "ana@example.org").prints("No messages.");
  }

  @Test
  void job_runsAndItsResultIsReadOnlyWhenReleased() throws Exception {
    String request = story.submit("total.sh", "echo counted; grep -c , \"$1\" > \"$2\"\n");
    story.carry(request, Side.LOW);
    story
        .on(Side.HIGH, "job", "run", "total")
        .exits(ExitCode.OK)
        .prints("completed", "result", "PRIVATE", "isolation", "Next: sluice show rs-");
    story.on(Side.HIGH, "job", "list", request).prints("total", "completed", "result PRIVATE");
    String job = story.jobId();

    story.on(Side.HIGH, "job", "show", job).prints(CURIE, "log", "PRIVATE");
    story.on(Side.HIGH, "job", "logs", job).prints("counted\n");
    story.on(Side.HIGH, "job", "logs", job, "--stderr").exits(ExitCode.OK);
    story
        .on(Side.HIGH, "result", "show", request, "--for", CURIE)
        .exits(ExitCode.NEEDS_REVIEW)
        .reports("have not been released");
    story.carry(job, Side.HIGH);
    story.on(Side.LOW, "job", "show", job).prints("withheld").neverSays("isolation");
    story.on(Side.LOW, "job", "logs", job).exits(ExitCode.NEEDS_REVIEW).reports("no stdout");
  }

  @Test
  void releasedResult_isReadByItsRequesterOnly() throws Exception {
    String request = story.submit("total.sh", "true\n");
    story.carry(request, Side.LOW);
    story
        .on(
            Side.HIGH,
            "job",
            "deposit",
            request,
            "--value",
            story.file("v.csv", "total\n\u001b42\n"))
        .prints("completed", "Next: sluice show rs-");
    story.shareResult();
    story.carry(story.jobId(), Side.HIGH);

    story
        .on(Side.LOW, "result", "show", request, "--for", CURIE)
        .exits(ExitCode.OK)
        .prints("total\n[U+001B]42\n");
    story
        .on(Side.LOW, "result", "show", request, "--for", "mallory@example.org")
        .exits(ExitCode.USAGE)
        .reports("belongs to another person")
        .neverSays("[U+001B]42");
    Path file = story.folder.resolve("out.csv");
    String[] toFile = {"result", "show", request, "--for", CURIE, "--output", file.toString()};
    story.on(Side.LOW, toFile).exits(ExitCode.OK).prints("Wrote 10 bytes to");
    assertThat(Files.readString(file)).isEqualTo("total\n\u001b42\n");
    story.on(Side.LOW, toFile).exits(ExitCode.USAGE).reports("is there already");
  }

  @Test
  void jobThatCannotRun_saysWhatIsMissing() throws Exception {
    String request = story.submit("total.sh", "true\n");
    story.carry(request, Side.LOW);
    String mock = story.file("mock.csv", "n\n1\n");
    story.on(Side.HIGH, "dataset", "remove", "payroll");
    story.on(Side.HIGH, "dataset", "add", "payroll", "--mock", mock, "--owner", "ana@example.org");

    story
        .on(Side.HIGH, "job", "run", request)
        .exits(ExitCode.MISSING_DEPENDENCY)
        .reports("no private data for the asset \"payroll.csv\"", "Nothing was changed.");
    story
        .on(Side.HIGH, "job", "run", request, "--timeout", "0")
        .exits(ExitCode.USAGE)
        .reports("the wall time is not positive");
    story.on(Side.LOW, "job", "run", request).exits(ExitCode.USAGE).reports("the high side");
  }

  @Test
  void show_givesPrivateContentOnlyWhenAskedForIt() throws Exception {
    String request = story.submit("total.sh", "echo \"$1\" > \"$2\"\n");
    String asset = story.assetId();

    story
        .on(Side.HIGH, "show", asset)
        .exits(ExitCode.OK)
        .prints("mock  shared, 19 bytes", "data  local, 26 bytes", "--- mock", "  | nowhere,1")
        .neverSays("north,40");
    story.on(Side.HIGH, "show", asset, "--part", "data").prints("north,40");
    story
        .on(Side.LOW, "show", asset, "--part", "data")
        .exits(ExitCode.USAGE)
        .reports("no such part", "--part mock");
    story.on(Side.LOW, "show", request, "--output", "x").exits(ExitCode.USAGE);
    story.on(Side.LOW, "show", "rq-ffffffff").exits(ExitCode.USAGE);
  }
}
