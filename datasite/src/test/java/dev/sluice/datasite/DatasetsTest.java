package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.StateObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetsTest extends SiteTest {
  @Test
  void sameDatasetAddedOnBothSides_hasTheSameObjects() throws Exception {
    Dataset here = low.addPayroll();
    Dataset there = high.addPayroll();

    assertThat(there.id()).isEqualTo(here.id());
    assertThat(there.assets().get(0).id()).isEqualTo(here.assets().get(0).id());
    assertThat(here.assets().get(0).data()).isEmpty();
    assertThat(high.text(there.assets().get(0).data().orElseThrow())).contains("north,40");
  }

  @Test
  void privateDataOnTheLowSide_areRefusedBeforeTheyAreRead() throws Exception {
    var draft =
        new DatasetDraft(
            "payroll", "", ANA, low.file("m.csv", "n\n1\n"), Optional.of(Path.of("missing.csv")));

    assertThat(refusal(() -> new Datasets(low.site).add(draft))).isEqualTo(Reason.WRONG_SIDE);
    assertThat(new Datasets(low.site).list()).isEmpty();
  }

  @Test
  void privateDataDoNotLeaveWithTheDataset() throws Exception {
    Dataset dataset = high.addPayroll();
    high.carry(dataset.id(), low);

    Asset asset = new Datasets(low.site).show("payroll").assets().get(0);
    assertThat(asset.data()).isEmpty();
    assertThat(low.text(asset.mock().orElseThrow())).contains("nowhere");
  }

  @Test
  void newMock_takesThePlaceOfTheOldAndKeepsThePrivateData() throws Exception {
    Datasets datasets = new Datasets(high.site);
    Asset before = high.addPayroll().assets().get(0);
    Path mock = high.file("other.csv", "region,n\nelsewhere,9\n");
    datasets.add(new DatasetDraft("payroll", "", ANA, mock, Optional.empty()));

    Asset after = datasets.show("payroll").assets().get(0);
    assertThat(high.text(after.mock().orElseThrow())).contains("elsewhere");
    assertThat(after.data()).isEqualTo(before.data());
    assertThat(datasets.list()).hasSize(1);
  }

  @Test
  void newPrivateDataAlone_leaveNoTraceThatCouldTravel() throws Exception {
    Dataset dataset = high.addPayroll();
    StateObject before = high.object(dataset.assets().get(0).id());
    new Datasets(high.site)
        .add(
            new DatasetDraft(
                "payroll",
                "Salaries by region",
                ANA,
                high.folder.resolve("mock.csv"),
                Optional.of(high.file("newer.csv", "region,n\nnorth,41\n"))));

    StateObject after = high.object(dataset.assets().get(0).id());
    assertThat(after.part("data")).isNotEqualTo(before.part("data"));
    assertThat(after.vector()).isEqualTo(before.vector());
  }

  @Test
  void removedDataset_isGoneWithItsAssets() throws Exception {
    Datasets datasets = new Datasets(high.site);
    Dataset dataset = high.addPayroll();
    datasets.remove("payroll");

    assertThat(datasets.list()).isEmpty();
    assertThat(high.object(dataset.assets().get(0).id()).isRemoved()).isTrue();
    assertThat(refusal(() -> datasets.show("payroll"))).isEqualTo(Reason.NOT_FOUND);
    assertThat(high.addPayroll().assets()).hasSize(1);
  }

  @Test
  void namesAndFilesThatCodeCouldNotUse_areRefused() throws Exception {
    Datasets datasets = new Datasets(high.site);
    Path mock = high.file("mock.csv", "n\n1\n");

    for (String name : List.of("", "../payroll", "pay roll", ".payroll", "p\u202Eayroll")) {
      assertThat(refusal(() -> datasets.add(new DatasetDraft(name, "", ANA, mock, none()))))
          .isEqualTo(Reason.UNFIT_TEXT);
    }
    assertThat(
            refusal(
                () -> datasets.add(new DatasetDraft("a", "", ANA, Path.of("gone.csv"), none()))))
        .isEqualTo(Reason.UNFIT_FILE);
    Path page = high.file("mock.html", "");
    assertThat(refusal(() -> datasets.add(new DatasetDraft("a", "", ANA, page, none()))))
        .isEqualTo(Reason.UNFIT_FILE);
    Path json = high.file("private.json", "[]");
    assertThat(refusal(() -> datasets.add(new DatasetDraft("a", "", ANA, mock, Optional.of(json)))))
        .isEqualTo(Reason.UNFIT_FILE);
  }

  private static Optional<Path> none() {
    return Optional.empty();
  }
}
