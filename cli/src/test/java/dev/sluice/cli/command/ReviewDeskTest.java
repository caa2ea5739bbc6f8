package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.Ruling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the page asks of a site meets the rules of the commands. */
class ReviewDeskTest {
  @TempDir Path folder;
  private TwoSites sites;
  private ObjectId sum;
  private Session session;
  private ReviewDesk desk;

  @BeforeEach
  void oneRequestWaits() throws Exception {
    sites = TwoSites.paired(folder);
    sum = sites.submit("sum_of_numbers");
    sites.carryUp();
    var options = new GlobalOptions();
    CommandLine.populateCommand(options, "-C", folder.resolve("high").toString(), "--as", "ben");
    var environment = new PretendedProcess().environment();
    session = Session.open(new Invocation(environment, options, List.of()));
    desk = new ReviewDesk(session);
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private ListedBatch batch() throws Exception {
    return desk.board().find(Direction.IN, "low-lab", sum).orElseThrow();
  }

  private static Ruling ruling(Verdict verdict, String reason) {
    return new Ruling(verdict, reason, "", Optional.empty());
  }

  private void assertRefused(Ruling ruling, String why) throws Exception {
    ListedBatch batch = batch();
    assertThatThrownBy(() -> desk.decide(List.of(batch), ruling))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining(why);
    assertThat(batch().standing()).isEqualTo(batch.standing());
  }

  @Test
  void decision_isRecorded() throws Exception {
    desk.decide(List.of(batch()), ruling(Verdict.APPROVE, "fine"));
    assertThat(batch().standing()).isEqualTo(Standing.APPROVED);
    assertThat(desk.decisions(batch())).singleElement().extracting("by").isEqualTo("ben");
  }

  @Test
  void everything_hasAlsoWhatNobodyTouched() throws Exception {
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.high("approve", "--all-undecided", "--outgoing");
    sites.carryDown(0);
    sites.low("apply", "--yes");
    sites.carryUp();
    int touched = desk.board().batches(Direction.OUT).size();
    assertThat(desk.everything().batches(Direction.OUT)).hasSizeGreaterThan(touched);
  }

  @Test
  void ignoredBatch_isNotApprovedUnseen() throws Exception {
    desk.decide(List.of(batch()), ruling(Verdict.IGNORE, ""));
    assertRefused(ruling(Verdict.APPROVE, "fine"), "is ignored");
  }

  @Test
  void takeWithoutAConflict_isRefused() throws Exception {
    assertRefused(new Ruling(Verdict.APPROVE, "", "", Optional.of(Take.MINE)), "is in no conflict");
  }

  @Test
  void rejectionWithoutAReason_isRefused() throws Exception {
    assertRefused(ruling(Verdict.REJECT, " "), "a rejection has a reason");
  }

  @Test
  void verdictThatTakesBackNothing_isRefused() throws Exception {
    assertRefused(ruling(Verdict.RESET, ""), "nothing was decided");
    assertRefused(ruling(Verdict.UNIGNORE, ""), "is not ignored");
  }

  @Test
  void batchThatIsGone_isStale() throws Exception {
    ListedBatch seen = batch();
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    assertThatThrownBy(() -> desk.decide(List.of(seen), ruling(Verdict.SKIP, "")))
        .isInstanceOfSatisfying(
            DeskException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(DeskException.Reason.STALE));
  }
}
