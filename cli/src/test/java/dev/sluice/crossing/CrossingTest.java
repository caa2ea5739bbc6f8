package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.datasite.DatasetDraft;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Messages;
import dev.sluice.datasite.Projects;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.RequestStatus;
import dev.sluice.datasite.Requests;
import dev.sluice.datasite.Submission;
import dev.sluice.datasite.Users;
import dev.sluice.exporter.ExportReport;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.receive.ImportReport;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.StateDigest;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossingTest {
  private static final String CURIE = "curie@example.org";

  /** More than a page of documents. */
  private static final int HUNDREDS = 300;

  @TempDir Path folder;

  private Site low;
  private Site high;

  @BeforeEach
  void twoSites() throws Exception {
    TestPair pair = TestPair.create(AgeSuite.X25519);
    low = Site.create(pair, Direction.LOW_TO_HIGH, folder.resolve("low"));
    high = Site.create(pair, Direction.HIGH_TO_LOW, folder.resolve("high"));
    new Users(low.datasite()).add(CURIE, "Marie Curie", "Example");
    Path mock = Files.writeString(folder.resolve("numbers.json"), "[4,5,6]");
    Path real = Files.writeString(folder.resolve("real.json"), "[1,2,3]");
    new Datasets(low.datasite())
        .add(new DatasetDraft("numbers", "Numbers", "owner@example.org", mock, Optional.empty()));
    new Datasets(high.datasite())
        .add(new DatasetDraft("numbers", "Numbers", "owner@example.org", mock, Optional.of(real)));
    new Projects(low.datasite()).create("Sum of numbers", "Sums", CURIE);
  }

  @AfterEach
  void close() throws Exception {
    low.close();
    high.close();
  }

  @Test
  void approvedRequest_isAppliedWithItsMembers_andTheReceiptSaysSo() throws Exception {
    Request request = submit("sum_of_numbers");
    ImportReport report = high.importFrom(low.exportTo(folder.resolve("stick")));
    assertThat(report.fresh()).isPositive();
    List<ListedBatch> staged = high.staged().listed();
    high.decide(staged, batch -> batch.root().equals(request.id()), Verdict.APPROVE);
    ApplyPlan plan = high.apply();
    assertThat(plan.lots().applied()).hasSize(1);
    assertThat(new Requests(high.datasite()).show(request.id()).status().word())
        .isEqualTo(RequestStatus.PENDING);
    ImportReport back = low.importFrom(high.exportTo(folder.resolve("back")));
    assertThat(back.confirmed()).isEqualTo(report.fresh());
    assertThat(low.exportPlan().isEmpty()).isTrue();
    assertThat(high.exportPlan().released()).isEmpty();
  }

  @Test
  void rejectedRequest_tellsTheResearcherWhy() throws Exception {
    Request request = submit("steal");
    high.importFrom(low.exportTo(folder.resolve("stick")));
    high.decide(high.staged().listed(), batch -> batch.root().equals(request.id()), Verdict.REJECT);
    high.apply();
    low.importFrom(high.exportTo(folder.resolve("back")));
    Request told = new Requests(low.datasite()).show(request.id());
    assertThat(told.status().word()).isEqualTo(RequestStatus.REJECTED);
    assertThat(new Messages(low.datasite()).list(Optional.of(CURIE)))
        .singleElement()
        .satisfies(message -> assertThat(message.toString()).contains("because"));
    assertThat(low.exportPlan().isEmpty()).as("an answer is no change to export").isTrue();
  }

  @Test
  void hundredsOfRoots_allCross_andNoneIsLookedAtAgain() throws Exception {
    low.edit(
        edits -> {
          for (int i = 0; i < HUNDREDS; i++) {
            edits.put(project(i));
          }
        });
    high.importFrom(low.exportTo(folder.resolve("stick")));
    high.decide(high.staged().listed(), batch -> true, Verdict.APPROVE);
    assertThat(high.apply().lots().applied()).hasSizeGreaterThanOrEqualTo(HUNDREDS);
    assertThat(high.outgoing()).extracting(ListedBatch::root).doesNotContain(project(1).id());
    low.importFrom(high.exportTo(folder.resolve("back")));
    assertThat(low.exportPlan().isEmpty()).isTrue();
    assertThat(low.outgoing()).isEmpty();
  }

  @Test
  void editThatWasTakenBack_isForgottenWithTheNextExport() throws Exception {
    low.edit(edits -> edits.put(project(0)));
    low.exportTo(folder.resolve("stick"));
    low.edit(edits -> edits.put(project(0).with("description", "other")));
    low.edit(edits -> edits.put(project(0)));
    assertThat(low.exportPlan().unchanged()).containsExactly(project(0).id());
    low.exportTo(folder.resolve("again"));
    assertThat(low.outgoing()).isEmpty();
  }

  private static StateObject project(int number) {
    return StateObject.create(ObjectId.named("pj", "project " + number), "project", CURIE)
        .with("name", "project " + number)
        .with("description", "one of many");
  }

  @Test
  void twoSticksLost_theThirdCarriesEverything_andTheNextIsSmall() throws Exception {
    submit("first");
    low.exportTo(folder.resolve("lost-1"));
    submit("second");
    ExportReport second = low.exportTo(folder.resolve("lost-2"));
    submit("third");
    ExportReport third = low.exportTo(folder.resolve("stick"));
    assertThat(third.batches()).isGreaterThan(second.batches());
    ImportReport arrived = high.importFrom(third);
    assertThat(arrived.fresh()).isEqualTo(third.batches());
    low.importFrom(high.exportTo(folder.resolve("back")));
    submit("fourth");
    ExportReport next = low.exportTo(folder.resolve("next"));
    assertThat(next.batches()).isEqualTo(2);
    assertThat(high.importFrom(next).fresh()).isEqualTo(2);
    assertThat(high.importFrom(second).fresh()).as("an older bundle is nothing new").isZero();
  }

  @Test
  void sameBundleAgain_isAReplayThatChangesNothing() throws Exception {
    submit("sum_of_numbers");
    ExportReport bundle = low.exportTo(folder.resolve("stick"));
    high.importFrom(bundle);
    StateDigest before = high.store().digest();
    assertThatThrownBy(() -> high.importFrom(bundle))
        .isInstanceOfSatisfying(
            ImportRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(ImportRefusedException.Reason.REPLAY));
    assertThat(high.store().digest()).isEqualTo(before);
  }

  @Test
  void approval_doesNotHoldForContentThatCameLater() throws Exception {
    Request request = submit("sum_of_numbers");
    high.importFrom(low.exportTo(folder.resolve("stick")));
    high.decide(
        high.staged().listed(), batch -> batch.root().equals(request.id()), Verdict.APPROVE);
    new Requests(low.datasite()).withdraw(request.id());
    high.importFrom(low.exportTo(folder.resolve("later")));
    assertThat(high.plan().lots().applied()).isEmpty();
    assertThat(high.staged().listed())
        .filteredOn(batch -> batch.root().equals(request.id()))
        .singleElement()
        .extracting(ListedBatch::standing)
        .isEqualTo(Standing.STALE);
  }

  @Test
  void documentAlteredInTheStoreAfterTheImport_isNoticedBeforeAnythingIsShown() throws Exception {
    submit("sum_of_numbers");
    high.importFrom(low.exportTo(folder.resolve("stick")));
    high.close();
    String url = "jdbc:sqlite:" + folder.resolve("high/store/sluice.db");
    try (var connection = java.sql.DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      int changed =
          statement.executeUpdate(
              "UPDATE document SET content ="
                  + " CAST(replace(CAST(content AS TEXT), 'Research', 'Harmless') AS BLOB)"
                  + " WHERE instr(content, 'Research') > 0");
      assertThat(changed).isPositive();
    }
    high = high.reopened();
    assertThatThrownBy(() -> high.staged())
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
  }

  private Request submit(String name) throws Exception {
    Path code =
        Files.writeString(
            folder.resolve(name + ".py"), "def " + name + "(data):\n    return sum(data)\n");
    return new Requests(low.datasite())
        .submit(
            new Submission(
                name,
                code,
                "numbers",
                "Research",
                Optional.of("Sum of numbers"),
                CURIE,
                List.of()));
  }
}
