package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Projects;
import dev.sluice.datasite.Users;
import dev.sluice.state.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which batches a list shows. */
class FiltersTest extends TwoSitesTest {
  private static final String BOB = "bob@example.org";

  private ObjectId sum;

  @BeforeEach
  void requestHasComeIn() throws Exception {
    sites.onLow(
        site -> {
          new Users(site).add("Bob@Example.org", "Bob", "Example");
          return new Projects(site).create("Bobs", "Other", "Bob@Example.org");
        });
    sum = waiting("sum");
  }

  @Test
  @DisplayName("F32 hide user code, F40 filtered still sync as members")
  void code_isHiddenByDefault_andCreatedWithItsRequest() {
    sites.high("batch", "list", "--incoming").prints("1 of code (--show-code)").neverSays(" cd-");
    sites.high("approve", typed(sum)).exits(ExitCode.OK);
    sites.high("apply", "--yes").prints("4 created");
  }

  @Test
  @DisplayName("F33 show user code")
  void code_isShownOnDemand() {
    sites.high("batch", "list", "--incoming", "--show-code").prints("  code  ", "4 batches");
    sites.high("batch", "list", "--incoming", "--type", "code").prints("  code  ", "1 batch");
  }

  @Test
  @DisplayName("F34 include same")
  void unchangedBatches_areShownOnDemand() {
    sites.low("request", "tag", typed(sum), "--tag", "pay").exits(ExitCode.OK);
    sites.low("request", "tag", typed(sum)).exits(ExitCode.OK);
    sites.low("batch", "list").prints("0 batches; hidden: 1 unchanged (--include-same)");
    sites.low("batch", "list", "--include-same").prints("sum", "  same  ");
  }

  @Test
  @DisplayName("F35 include ignored")
  void ignoredBatches_areShownOnDemand_marked() {
    sites.high("ignore", typed(sum)).exits(ExitCode.OK);
    sites.high("batch", "list", "--incoming").prints("1 ignored").neverSays("  sum  ");
    sites.high("batch", "list", "--include-ignored").prints("  sum  ", "ignored by ana");
  }

  @Test
  @DisplayName("F36 filter by e-mail")
  void email_isComparedWithoutRegardToCase() {
    for (String email : new String[] {BOB, "BOB@EXAMPLE.ORG", "Bob@Example.org"}) {
      sites
          .high("batch", "list", "--incoming", "--by", email)
          .prints("  Bobs  ", "1 batch; hidden: 3 left out by the filter")
          .neverSays("  sum  ");
    }
  }

  @Test
  @DisplayName("F37 include types")
  void types_areNamedInAnyCase_asAListOrOneByOne() {
    for (String types : new String[] {"request", "REQUEST", "Request"}) {
      sites.high("batch", "list", "--incoming", "--type", types).prints("1 batch;", "  sum  ");
    }
    sites.high("batch", "list", "--incoming", "--type", "Request,PROJECT").prints("3 batches;");
    sites
        .high("batch", "list", "--incoming", "--type", "request", "--type", "project")
        .prints("3 batches;");
    sites
        .high("batch", "list", "--type", "reqest")
        .exits(ExitCode.USAGE)
        .reports("there is no type reqest", "request");
  }

  @Test
  @DisplayName("F38 exclude types")
  void excludedTypes_vanish_andAreCounted() {
    sites
        .high("batch", "list", "--incoming", "--exclude-type", "PROJECT,job")
        .prints("1 batch;", "2 left out by the filter", "  sum  ")
        .neverSays("  Bobs  ");
    sites
        .high("batch", "list", "--incoming", "--exclude-type", "project,request")
        .prints("0 batches;");
  }

  @Test
  @DisplayName("F39 filters AND")
  void filters_intersect() {
    sites
        .high("batch", "list", "--incoming", "--by", BOB, "--type", "request")
        .prints("0 batches;");
    sites
        .high("diff", "--incoming", "--by", CURIE, "--type", "request")
        .prints("request rq-", "1 batch;", "left out by the filter");
    sites
        .high("batch", "tree", "--incoming", "--by", BOB, "--status", "new")
        .prints("project pj-", "Bobs", "1 batch;");
  }

  @Test
  @DisplayName("F39 filters AND, also in plans and in the walk")
  void planAndWalk_areNarrowedDown_andSayWhatTheyLeaveOut() {
    sites
        .high("plan", "--by", "Bob@Example.org")
        .prints("Bobs", "Plan: 1 waiting.", "Hidden: 2 batches left out by the filter.")
        .neverSays("  sum");
    sites.high("plan", "--by", BOB, "--type", "request").prints("Plan: nothing.", "Hidden: 3");
    sites.high("plan", "--by", BOB, "--json").prints("\"hidden\":2");
    sites.high("plan", "--type", "reqest").exits(ExitCode.USAGE).reports("no type reqest");
    sites.low("plan", "--outgoing", "--by", BOB).prints("sent before, not confirmed yet");
    sites.high("diff", "--by", BOB, "--json").prints("\"hidden\":{", "\"filtered\":");
    sites
        .highTyping("q\n", "review", "--by", BOB)
        .exits(ExitCode.OK)
        .prints("1 batch; hidden: ", "1 of 1", "Bobs")
        .neverSays("  sum");
    sites.high("review", "--web", "--by", BOB).exits(ExitCode.USAGE);
  }

  @Test
  @DisplayName("F39 a filtered plan is applied whole")
  void filterOfAPlan_changesNothingOfWhatIsDone() {
    sites.high("approve", typed(sum)).exits(ExitCode.OK);
    sites.high("plan", "--by", BOB).prints("Plan: 1 waiting.", "Hidden: 3 batches");
    String all = sites.high("plan").out();
    String some = sites.high("plan", "--by", BOB).out();
    assertThat(some.lines().findFirst()).isEqualTo(all.lines().findFirst());
  }

  @Test
  @DisplayName("F41 empty result")
  void nothingToDo_isASuccess() {
    sites.high("batch", "list", "--by", "nobody@example.org").exits(ExitCode.OK).prints("0 batch");
    sites.high("diff", "--by", "nobody@example.org").exits(ExitCode.OK).prints("Nothing undecided");
    sites.low("plan").exits(ExitCode.OK).prints("Nothing waits");
  }

  @Test
  @DisplayName("F42 high-side code")
  void requestsAndCode_areMadeOnTheLowSideOnly() {
    sites
        .high(
            "request",
            "submit",
            "own",
            "--code",
            "x.py",
            "--dataset",
            "numbers",
            "--purpose",
            "x",
            "--by",
            CURIE)
        .exits(ExitCode.USAGE)
        .reports("requests are handed in on the low side");
  }
}
