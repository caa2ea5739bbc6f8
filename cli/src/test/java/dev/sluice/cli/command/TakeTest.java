package dev.sluice.cli.command;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.DatasetDraft;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.edit.Edits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides changed the same object, and a person says whose version counts. */
class TakeTest {
  @TempDir Path folder;
  private TwoSites sites;
  private ObjectId request;

  @BeforeEach
  void bothSidesEndTheSameRequest() throws Exception {
    sites = TwoSites.paired(folder);
    request = sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.carryDown(0);
    sites.onHigh(site -> new Requests(site).deny(request, "too broad"));
    sites.onLow(site -> new Requests(site).withdraw(request));
  }

  private static StateObject object(Datasite site, ObjectId id) throws Exception {
    return site.store().read(view -> view.find(id).orElseThrow());
  }

  private String status(TwoSites.Work<StateObject> reading, boolean low) throws Exception {
    StateObject found = low ? sites.onLow(reading) : sites.onHigh(reading);
    return found.text("status").orElse("none");
  }

  private void bothSay(String status) throws Exception {
    assertThat(status(site -> object(site, request), true)).isEqualTo(status);
    assertThat(status(site -> object(site, request), false)).isEqualTo(status);
  }

  private void theDenialGoesDown() throws Exception {
    sites.high("approve", typed(request), "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
  }

  @Test
  void owningSideTakesMine_andItsVersionGoesBackAsAnUpdate() throws Exception {
    theDenialGoesDown();
    sites
        .low("apply", "--yes")
        .exits(ExitCode.CONFLICT)
        .reports("--take incoming|mine")
        .neverSays("waiting for");
    sites
        .low("approve", typed(request), "--take", "mine", "--reason", "agreed")
        .exits(ExitCode.OK)
        .prints("What is here stays");
    sites.low("plan").prints("  ! take mine  request", "approved by ana, take mine");
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("1 resolved with what is here");
    sites.carryUp();
    sites.high("diff", typed(request), "--incoming").prints("\"rejected\" -> \"withdrawn\"");
    sites.high("approve", typed(request), "--incoming").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("1 updated");
    bothSay("withdrawn");
    assertNothingIsLeft();
  }

  @Test
  void owningSideTakesIncoming_andTheOtherHasNothingToDo() throws Exception {
    sites.carryUp();
    sites.high("apply", "--yes").exits(ExitCode.NEEDS_REVIEW);
    theDenialGoesDown();
    sites.low("approve", typed(request), "--take", "incoming").exits(ExitCode.OK);
    sites.low("plan").prints("  ! take incoming  request");
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("1 resolved with what came in");
    bothSay("rejected");
    sites.carryUp();
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("settled without a change");
    bothSay("rejected");
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws Exception {
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("Nothing to apply");
    sites.low("plan", "--outgoing", "--detailed-exitcode").neverSays("request  rq-");
    sites.high("plan", "--detailed-exitcode").exits(ExitCode.OK).neverSays("conflict");
  }

  @Test
  void otherSideIsToldWhomItWaitsFor_andMayInsist() throws Exception {
    sites.carryUp();
    sites
        .high("approve", typed(request), "--incoming")
        .exits(ExitCode.OK)
        .prints("stays held", "waiting for the low side", "--take incoming|mine");
    sites.high("apply", "--yes").exits(ExitCode.CONFLICT).reports("waiting for the low side");
    sites.high("approve", typed(request), "--take", "incoming").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    bothSay("withdrawn");
  }

  @Test
  void editAfterTheTake_voidsIt() throws Exception {
    sites.carryUp();
    sites.high("approve", typed(request), "--take", "incoming").exits(ExitCode.OK);
    sites.onHigh(
        site ->
            site.store()
                .<Void, RuntimeException>write(
                    AuditEvent.of("edit", "test"),
                    transaction -> {
                      StateObject denied = transaction.find(request).orElseThrow();
                      new Edits(transaction, site.kinds())
                          .put(denied.with("reason", "far too broad"));
                      return null;
                    }));
    sites.high("batch", "list", "--incoming").prints("changed since approved");
    sites.high("apply", "--yes").exits(ExitCode.NEEDS_REVIEW);
    assertThat(status(site -> object(site, request), false)).isEqualTo("rejected");
  }

  @Test
  void takesOnBothSidesApart_areAConflictAgain() throws Exception {
    sites.carryUp();
    theDenialGoesDown();
    sites.low("approve", typed(request), "--take", "mine").exits(ExitCode.OK);
    sites.high("approve", typed(request), "--take", "mine").exits(ExitCode.OK);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.carryUp();
    sites.high("batch", "list", "--incoming").prints("conflict");
  }

  @Test
  void takeOfWhatIsInNoConflict_isRefused() throws Exception {
    ObjectId other = sites.submit("mean");
    sites.carryUp();
    sites
        .high("approve", typed(other), "--take", "mine")
        .exits(ExitCode.USAGE)
        .reports("is in no conflict");
    sites
        .high("approve", "--all-undecided", "--take", "mine")
        .exits(ExitCode.USAGE)
        .reports("named batches");
    sites.high("approve", typed(request), "--take", "theirs").exits(ExitCode.USAGE);
  }

  @Test
  void removalAgainstAnEdit_isAConflict_andTakingItRemoves() throws Exception {
    ObjectId dataset = removedOnHighAndEditedOnLow();
    sites.low("diff", typed(dataset), "--incoming").prints("! dataset", "here", "\"Newer\"");
    sites.low("apply", "--yes").exits(ExitCode.CONFLICT);
    assertThat(sites.onLow(site -> object(site, dataset)).isRemoved()).isFalse();
    sites.low("approve", typed(dataset), "--take", "incoming").exits(ExitCode.OK);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    assertThat(sites.onLow(site -> object(site, dataset)).isRemoved()).isTrue();
  }

  private ObjectId removedOnHighAndEditedOnLow() throws Exception {
    Path mock = Files.writeString(folder.resolve("ages.json"), "[40]");
    ObjectId id = sites.onHigh(site -> new Datasets(site).add(ages(mock, "Old"))).id();
    sites.high("approve", typed(id), "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.onLow(site -> new Datasets(site).add(ages(mock, "Newer")));
    sites.onHigh(site -> new Datasets(site).remove("ages"));
    sites.high("approve", typed(id), "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
    return id;
  }

  private static DatasetDraft ages(Path mock, String description) {
    return new DatasetDraft("ages", description, "o@example.org", mock, Optional.empty());
  }

  @Test
  void removal_isShownAndAppliedLikeAnyChange() throws Exception {
    Path mock = Files.writeString(folder.resolve("ages.json"), "[40]");
    ObjectId id = sites.onHigh(site -> new Datasets(site).add(ages(mock, "Old"))).id();
    sites.high("approve", typed(id), "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.onHigh(site -> new Datasets(site).remove("ages"));
    sites.high("batch", "list", "--outgoing").prints("removed");
    sites.high("approve", typed(id), "--outgoing").exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("diff", typed(id), "--incoming").prints("  - dataset");
    sites.low("plan").prints("  - remove  dataset");
    sites.low("apply", "--yes").exits(ExitCode.OK);
    assertThat(sites.onLow(site -> object(site, id)).isRemoved()).isTrue();
    sites.low("dataset", "list").neverSays("ages");
  }
}
