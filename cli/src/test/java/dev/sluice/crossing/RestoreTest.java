package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Json;
import dev.sluice.datasite.Projects;
import dev.sluice.datasite.Users;
import dev.sluice.exporter.ExportReport;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.receive.ImportReport;
import dev.sluice.state.StateObject;
import dev.sluice.state.diff.Status;
import dev.sluice.state.feed.Continuity.Verdict;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Freeze;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StateDigest;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site is silently restored from a copy of its folder. */
class RestoreTest {
  private static final String CURIE = "curie@example.org";

  @TempDir Path folder;

  private Site low;
  private Site high;
  private int sticks;

  @BeforeEach
  void twoSitesInStep() throws Exception {
    TestPair pair = TestPair.create(AgeSuite.X25519);
    low = Site.create(pair, Direction.LOW_TO_HIGH, folder.resolve("low"));
    high = Site.create(pair, Direction.HIGH_TO_LOW, folder.resolve("high"));
    new Users(low.datasite()).add(CURIE, "Marie Curie", "Example");
    project("Before");
    exchange();
  }

  @AfterEach
  void close() throws Exception {
    low.close();
    high.close();
  }

  @Test
  void restoredLow_freezes_recovers_andGetsBackWhatTheHighSideHas() throws Exception {
    backUp();
    project("Applied over there");
    exchange();
    project("Waits over there");
    high.importFrom(low.exportTo(stick()));
    low = low.restoredFrom(folder.resolve("low.bak"));
    assertThat(titles(low)).containsExactly("Before");

    refusedBy(() -> low.importFrom(high.exportTo(stick())), Verdict.ROLLED_BACK);
    assertFrozen(low, Freeze.Cause.ROLLED_BACK);
    low.recover();
    ImportReport met = high.importFrom(low.exportTo(stick()));
    assertThat(met.returned()).isEqualTo(2);
    ImportReport back = low.importFrom(high.exportTo(stick()));
    assertThat(back.fresh()).isEqualTo(2);
    low.apply();
    assertThat(titles(low)).containsExactly("Applied over there", "Before", "Waits over there");

    exchange();
    assertInStep("Applied over there", "Before", "Waits over there");
  }

  @Test
  void restoredHigh_freezes_recovers_andIsSentEverythingAgain() throws Exception {
    high.backUpTo(folder.resolve("high.bak"));
    high = high.reopened();
    project("After the backup");
    exchange();
    high = high.restoredFrom(folder.resolve("high.bak"));
    assertThat(titles(high)).containsExactly("Before");

    project("Later");
    refusedBy(() -> high.importFrom(low.exportTo(stick())), Verdict.ROLLED_BACK);
    assertFrozen(high, Freeze.Cause.ROLLED_BACK);
    ExportReport old = low.exportTo(stick());
    high.recover();
    refusedBy(() -> high.importFrom(old), Verdict.STALE_BASE);
    assertThat(low.importFrom(high.exportTo(stick())).returned()).isZero();
    exchange();
    assertInStep("After the backup", "Before", "Later");
  }

  @Test
  void restoredSiteThatWorksOn_isAFork_andNeitherPastIsLost() throws Exception {
    backUp();
    describe("as lost");
    exchange();
    low = low.restoredFrom(folder.resolve("low.bak"));
    describe("as made after the restore");
    StateDigest before = high.store().digest();
    refusedBy(() -> high.importFrom(low.exportTo(stick())), Verdict.FORK);
    assertThat(high.store().digest()).isEqualTo(before);

    refusedBy(() -> low.importFrom(high.exportTo(stick())), Verdict.ROLLED_BACK);
    low.recover();
    high.importFrom(low.exportTo(stick()));
    low.importFrom(high.exportTo(stick()));
    low.apply();
    assertThat(low.staged().listed())
        .as("both pasts edited the project")
        .extracting(ListedBatch::status)
        .containsExactly(Status.CONFLICT);
    assertThat(descriptions(low)).containsExactly("as made after the restore");
    assertThat(descriptions(high)).containsExactly("as lost");
  }

  @Test
  void siteRestoredTwice_learnsOfItsSisterFromThePeer() throws Exception {
    backUp();
    low.recover();
    high.importFrom(low.exportTo(stick()));
    low = low.restoredFrom(folder.resolve("low.bak"));
    low.recover();
    refusedBy(() -> high.importFrom(low.exportTo(stick())), Verdict.FORK);
    refusedBy(() -> low.importFrom(high.exportTo(stick())), Verdict.UNKNOWN_INCARNATION);
    assertFrozen(low, Freeze.Cause.UNKNOWN_INCARNATION);
    low.recover();
    exchange();
    assertInStep("Before");
  }

  @Test
  void stickOfTheLostHistory_isRefusedAfterTheRecovery() throws Exception {
    backUp();
    project("On a late stick");
    ExportReport late = low.exportTo(stick());
    low = low.restoredFrom(folder.resolve("low.bak"));
    low.recover();
    high.importFrom(low.exportTo(stick()));
    refusedBy(() -> high.importFrom(late), Verdict.PEER_ROLLED_BACK);
  }

  @Test
  void recoveryTwice_changesNothingThatThePeerMinds() throws Exception {
    project("Once");
    low.recover();
    low.recover();
    exchange();
    assertInStep("Before", "Once");
  }

  @Test
  void editAfterARecovery_isNoConflict_whereThePeerHadSeenAllBefore() throws Exception {
    describe("not confirmed when it recovered");
    high.importFrom(low.exportTo(stick()));
    low.recover();
    exchange();
    describe(high, "made over there");
    low.importFrom(releasedByHigh());
    exchange();
    assertThat(low.staged().batches()).isEmpty();
    assertThat(descriptions(low)).containsExactly("made over there");
  }

  @Test
  void lostVersionsOfBothSides_goBack_evenOfOneObject() throws Exception {
    backUp();
    high.backUpTo(folder.resolve("high.bak"));
    high = high.reopened();
    describe(high, "lost by the high side");
    low.importFrom(releasedByHigh());
    high = high.restoredFrom(folder.resolve("high.bak"));
    refusedBy(() -> high.importFrom(low.exportTo(stick())), Verdict.ROLLED_BACK);
    high.recover();
    low.importFrom(releasedByHigh());
    describe("lost by the low side");
    high.importFrom(low.exportTo(stick()));

    low = low.restoredFrom(folder.resolve("low.bak"));
    low.recover();
    assertThat(high.importFrom(low.exportTo(stick())).returned()).isEqualTo(2);
    low.importFrom(releasedByHigh());
    assertThat(low.staged().listed())
        .extracting(batch -> batch.rootDocument().fields().get("description"))
        .containsExactlyInAnyOrder(
            new Json.Text("lost by the high side"), new Json.Text("lost by the low side"));
  }

  private ExportReport releasedByHigh() throws Exception {
    high.decide(high.outgoing(), batch -> true, dev.sluice.state.store.Verdict.APPROVE);
    return high.exportTo(stick());
  }

  private void backUp() throws Exception {
    low.backUpTo(folder.resolve("low.bak"));
    low = low.reopened();
  }

  private Path stick() {
    sticks++;
    return folder.resolve("stick-" + sticks);
  }

  /** Sticks go both ways until nothing is left to say; the high side approves everything. */
  private void exchange() throws Exception {
    for (int round = 0; round < 3; round++) {
      high.importFrom(low.exportTo(stick()));
      high.decide(high.staged().listed(), batch -> true, dev.sluice.state.store.Verdict.APPROVE);
      high.apply();
      low.importFrom(high.exportTo(stick()));
      low.apply();
    }
  }

  private void project(String title) throws Exception {
    new Projects(low.datasite()).create(title, "Work on " + title, CURIE);
  }

  private void describe(String description) throws Exception {
    describe(low, description);
  }

  private static void describe(Site site, String description) throws Exception {
    StateObject project = objects(site).get(0);
    site.edit(project.with("description", description));
  }

  private void assertInStep(String... titles) throws Exception {
    assertThat(titles(low)).containsExactly(titles);
    assertThat(titles(high)).containsExactly(titles);
    assertThat(low.exportPlan().isEmpty()).isTrue();
    assertThat(high.exportPlan().isEmpty()).isTrue();
    assertThat(low.staged().batches()).isEmpty();
    assertThat(high.staged().batches()).isEmpty();
  }

  private static List<String> titles(Site site) throws Exception {
    return objects(site).stream().map(project -> text(project, "name")).sorted().toList();
  }

  private static List<String> descriptions(Site site) throws Exception {
    return objects(site).stream().map(project -> text(project, "description")).sorted().toList();
  }

  private static String text(StateObject object, String field) {
    return ((Json.Text) object.fields().get(field)).value();
  }

  private static List<StateObject> objects(Site site) throws Exception {
    return site.store()
        .<List<StateObject>, RuntimeException>read(
            view -> {
              try (Stream<StateObject> found = view.objects(ObjectFilter.LIVE.ofKind("project"))) {
                return found.toList();
              }
            });
  }

  private static void refusedBy(ThrowingCallable importing, Verdict verdict) {
    assertThatThrownBy(importing)
        .isInstanceOfSatisfying(
            ImportRefusedException.class, e -> assertThat(e.verdict()).contains(verdict));
  }

  private void assertFrozen(Site site, Freeze.Cause cause) throws Exception {
    assertThat(site.store().<Optional<Freeze>, RuntimeException>read(StoreView::freeze))
        .hasValueSatisfying(freeze -> assertThat(freeze.cause()).isEqualTo(cause));
    Path out = Files.createDirectories(stick());
    assertThatThrownBy(() -> site.exportTo(out))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.FROZEN));
    assertThat(out).as("nothing leaves a frozen site").isEmptyDirectory();
  }
}
