package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.DatasetDraft;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How two versions of an object compare. */
class DiffTest extends TwoSitesTest {
  @Test
  @DisplayName("F10 NEW")
  void objectThatIsNotHere_isNew() throws Exception {
    ObjectId request = waiting("sum");
    sites.high("diff", typed(request)).prints("new, incoming", "  + request", "  + code");
  }

  @Test
  @DisplayName("F11 SAME")
  void objectThatIsHereAlready_isSame() throws Exception {
    live("sum");
    sites.submit("mean");
    sites.carryUp();
    sites.high("diff", "--incoming", "--by", CURIE).prints("  = 2 unchanged");
  }

  @Test
  @DisplayName("F12 MODIFIED")
  void oneDifferingField_makesItChanged() throws Exception {
    ObjectId request = live("sum");
    sites.low("request", "tag", typed(request), "--tag", "pay").exits(ExitCode.OK);
    sites.carryUp();
    sites.high("batch", "list", "--incoming", "--status", "changed").prints("sum", "changed");
  }

  @Test
  @DisplayName("F13 attribute diff, F99 two-column preview")
  void eachDifferingField_isShownWithBothValues() throws Exception {
    ObjectId request = live("sum");
    sites.low("request", "withdraw", typed(request)).exits(ExitCode.OK);
    sites.carryUp();
    sites
        .high("diff", typed(request), "--incoming")
        .prints("status: \"pending\" -> \"withdrawn\"")
        .neverSays("purpose:");
  }

  @Test
  @DisplayName("F14 list diff, F96 tags")
  void list_isComparedPlaceByPlace() throws Exception {
    ObjectId request = live("sum");
    sites.low("request", "tag", typed(request), "--tag", "a", "--tag", "b").exits(ExitCode.OK);
    sites.carryUp();
    sites
        .high("diff", typed(request), "--incoming")
        .prints("tags[0]: (nothing) -> \"a\"", "tags[1]: (nothing) -> \"b\"");
    sites.high("approve", typed(request), "--incoming").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.low("request", "tag", typed(request), "--tag", "a", "--tag", "c").exits(ExitCode.OK);
    sites.carryUp();
    sites
        .high("diff", typed(request), "--incoming")
        .prints("tags[1]: \"b\" -> \"c\"")
        .neverSays("tags[0]");
  }

  @Test
  @DisplayName("F15 excluded attributes")
  void localFields_areNoChange() throws Exception {
    ObjectId request = live("sum");
    bringDown(0);
    assertThat(onLow(request).text("answer")).contains("received");
    sites.low("batch", "list", "--outgoing").prints("0 batches");
  }

  @Test
  @DisplayName("F16 status diff")
  void denial_changesStatusAndReasonOnly() throws Exception {
    ObjectId request = live("sum");
    bringDown(0);
    sites.high("request", "deny", typed(request), "--reason", "too broad").exits(ExitCode.OK);
    sites
        .high("diff", typed(request), "--outgoing")
        .prints("status: \"pending\" -> \"rejected\"", "reason: \"too broad\"", "  ~ request")
        .neverSays("  ~ code", "purpose:");
  }

  @ParameterizedTest(name = "F17 result diff {index}: {2}")
  @DisplayName("F17 result diff")
  @CsvSource(
      delimiter = ';',
      value = {
        "'a,b\n1,2\n3,4\n'; 'a,b\n1,2\n3,5\n'; CHANGED",
        "'a,b\n1,2\n3,4\n'; 'a,b\n1,2\n3,4\n'; SAME",
        "'[[1,2],[3,4]]'; '[[1,2],[3,5]]'; CHANGED",
        "'[[1,2],[3,4]]'; '[[1,2],[3,4]]'; SAME",
        "'[1,2,3]'; '[1,2]'; CHANGED"
      })
  void results_differExactlyWhenTheirDataDo(String before, String after, String verdict)
      throws Exception {
    Job job = deposited(live("sum"), before);
    share(job, JobItem.What.RESULT);
    bringDown(1);
    replace(item(job, JobItem.What.RESULT), after);
    String list = sites.high("batch", "list", "--outgoing", "--type", "job").out();
    assertThat(list.contains("  changed  ")).isEqualTo(verdict.equals("CHANGED"));
  }

  /** Gives a result another value, which no command does, and releases it. */
  private void replace(ObjectId result, String value) throws Exception {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    PartRef part =
        sites.onHigh(
            site -> {
              try (var in = new ByteArrayInputStream(bytes)) {
                return site.store().blobs().put(in, bytes.length);
              }
            });
    sites.onHigh(putting(onHigh(result).withPart("value", part)));
    sites.high("share", typed(result), "--reason", "again", "--confirm-private", "1");
  }

  @Test
  @DisplayName("F17 one changed cell of a mock")
  void oneChangedCell_isShown() throws Exception {
    addTable("region,n\nnorth,1\nsouth,2\n");
    bringDown(0);
    addTable("region,n\nnorth,1\nsouth,3\n");
    sites
        .high("diff", "--outgoing", "--type", "dataset")
        .prints("  ~ asset", "         3 - south,2", "         3 + south,3");
    addTable("region,n\nnorth,1\nsouth,2\n");
    sites.high("batch", "list", "--outgoing", "--status", "changed").prints("0 batches");
  }

  private void addTable(String mock) throws Exception {
    Path file = Files.writeString(folder.resolve("table.csv"), mock);
    sites.onHigh(
        site ->
            new Datasets(site)
                .add(new DatasetDraft("table", "", "o@example.org", file, Optional.empty())));
  }

  @Test
  @DisplayName("F18 deletions, F19 deletion warning")
  void removal_isShownApprovedAndAppliedLikeAnyChange() throws Exception {
    addTable("n\n1\n");
    bringDown(0);
    ObjectId table = named("dataset", "table");
    assertThat(isOnLow(table)).isTrue();
    sites.high("dataset", "remove", "table").exits(ExitCode.OK);
    sites.high("batch", "list", "--outgoing").prints("removed");
    bringDown(0);
    assertThat(onLow(table).isRemoved()).isTrue();
    sites.low("dataset", "list").neverSays("table");
  }
}
