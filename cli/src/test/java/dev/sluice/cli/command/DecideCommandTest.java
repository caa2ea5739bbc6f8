package dev.sluice.cli.command;

import static dev.sluice.cli.testing.TwoSites.CURIE;
import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {
  @TempDir Path folder;
  private TwoSites sites;
  private ObjectId sum;
  private ObjectId project;

  @BeforeEach
  void twoRequestsHaveComeIn() throws Exception {
    sites = TwoSites.paired(folder);
    sum = sites.submit("sum_of_numbers");
    sites.submit("mean");
    sites.carryUp();
    project = ObjectId.named("pj", "Sums");
  }

  private List<Decision> decisions(ObjectId root) throws Exception {
    return sites.onHigh(
        site ->
            site.store()
                .<List<Decision>, RuntimeException>read(
                    view -> view.peer("low-lab").decisionHistory(Direction.IN, root)));
  }

  private long entries(String action) throws Exception {
    return sites.onHigh(
        site ->
            site.store()
                .<Long, RuntimeException>read(
                    view ->
                        view.audit()
                            .entries(AuditFilter.ALL)
                            .map(AuditEntry::event)
                            .filter(event -> event.action().equals(action))
                            .count()));
  }

  @Test
  void approve_keepsWhoAndWhy_andNamesTheNextStep() throws Exception {
    sites
        .high("approve", typed(sum), "--reason", "sum only", "--note", "for\u202Eus")
        .exits(ExitCode.OK)
        .prints("Approved request rq-", "sum_of_numbers as ana.", "Next: sluice plan");
    assertThat(decisions(sum))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.verdict()).isEqualTo(Verdict.APPROVE);
              assertThat(said.by()).isEqualTo("ana");
              assertThat(said.reason()).isEqualTo("sum only");
              assertThat(said.note()).isEqualTo("for\u202Eus");
            });
    sites.high("batch", "list", "--incoming").prints("approved by ana");
    sites.high("batch", "show", typed(sum)).prints("for[U+202E]us").neverSays("\u202E");
  }

  @Test
  void allUndecided_isOneWrite_withOneEntryInTheLog() throws Exception {
    sites
        .high("approve", "--all-undecided", "--by", CURIE, "--json")
        .exits(ExitCode.OK)
        .prints("\"schema\":\"sluice.decisions/1\"", "\"verdict\":\"approve\"");
    assertThat(entries("decide-approve")).isEqualTo(1);
    assertThat(decisions(sum)).hasSize(1);
    assertThat(decisions(project)).hasSize(1);
    sites.high("approve", "--all-undecided").exits(ExitCode.USAGE).reports("nothing is undecided");
  }

  @Test
  void reasonThatCouldNotTravelWhole_isRefused_andNoneIsCutInACharacter() throws Exception {
    String longest = "\ud83d\ude00".repeat(2000);
    sites
        .high("reject", typed(sum), "--reason", longest + "!")
        .exits(ExitCode.USAGE)
        .reports("at most 2000 characters; this one has 2001");
    sites.high("reject", typed(sum), "--reason", longest).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.carryDown(0);
    assertThat(sites.onLow(site -> new Requests(site).show(sum)).status().reason())
        .hasValue(longest);
  }

  @Test
  void reject_wantsAReason() throws Exception {
    sites.high("reject", typed(sum)).exits(ExitCode.USAGE).reports("--reason TEXT");
    assertThat(decisions(sum)).isEmpty();
    sites
        .high("reject", typed(sum), "--reason", "too broad")
        .exits(ExitCode.OK)
        .prints("Rejected request rq-");
  }

  @Test
  void rowNumbers_areForPeopleOnly() {
    sites.high("skip", "b1", "--no-input").exits(ExitCode.USAGE).reports("row number");
    sites.high("skip", "b1").exits(ExitCode.OK).prints("Skipped project pj-");
    sites.high("skip", "b99").exits(ExitCode.USAGE).reports("no batch waits");
  }

  @Test
  void beginningOfMoreThanOneId_isRefused_namingThem() {
    sites
        .high("approve", "rq-", "--incoming")
        .exits(ExitCode.USAGE)
        .reports("rq- means more than one batch", sum.text());
  }

  @Test
  void ignore_takesDependentsAlong_onlyOnceThatWasAgreed() throws Exception {
    sites
        .high("ignore", typed(project))
        .exits(ExitCode.CANCELLED)
        .reports("These need what you ignore", "sum_of_numbers", "mean", "answer it with --yes");
    assertThat(decisions(project)).isEmpty();
    sites.highTyping("n\n", "ignore", typed(project)).exits(ExitCode.CANCELLED);
    assertThat(decisions(sum)).isEmpty();
    sites
        .highTyping("y\n", "ignore", typed(project))
        .exits(ExitCode.OK)
        .prints("Ignored project pj-", "Ignored request rq-");
    assertThat(decisions(sum)).hasSize(1);
    assertThat(entries("decide-ignore")).isEqualTo(1);
    sites
        .high("batch", "list", "--incoming")
        .prints("0 batches; hidden: 3 ignored (--include-ignored), 2 of code (--show-code)");
    sites.high("batch", "list", "--include-ignored").prints("ignored by ana");
  }

  @Test
  void ignoreOfSomethingNobodyNeeds_asksNothing() {
    sites
        .high("ignore", typed(sum), "--no-input")
        .exits(ExitCode.OK)
        .prints("No other batch depends on it");
  }

  @Test
  void unignore_bringsBackWhatIsNeeded() throws Exception {
    sites.high("unignore", typed(sum)).exits(ExitCode.USAGE).reports("is not ignored");
    sites.high("ignore", typed(project), "--yes", "--no-input").exits(ExitCode.OK);
    sites
        .high("unignore", typed(sum))
        .exits(ExitCode.OK)
        .prints("request rq-", "project pj-", "back and undecided");
    sites.high("batch", "list", "--incoming").prints("2 batches; hidden: 1 ignored");
  }

  @Test
  void reset_takesTheLastVerdictBack() {
    sites.high("reset", typed(sum)).exits(ExitCode.USAGE).reports("nothing was decided");
    sites.high("approve", typed(sum)).exits(ExitCode.OK);
    sites.high("reset", typed(sum)).exits(ExitCode.OK).prints("undecided again");
    sites.high("apply", "--yes").exits(ExitCode.NEEDS_REVIEW);
  }

  @Test
  void appliedBatch_canNoLongerBeRefused() {
    sites.high("approve", typed(sum)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    for (String verdict : List.of("ignore", "reject")) {
      Outcome outcome = sites.high(verdict, typed(sum), "--incoming", "--reason", "late");
      outcome.exits(ExitCode.USAGE).reports("was applied already");
    }
  }
}
