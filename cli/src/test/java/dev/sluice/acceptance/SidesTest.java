package dev.sluice.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The two sides and what each knows of the other. */
class SidesTest extends TwoSitesTest {
  @Test
  @DisplayName("F1 side types")
  void side_isLowOrHigh_andNeverChanges() {
    sites.low("status").prints("side    low");
    sites.high("status").prints("side    high");
    sites.low("init", "--side", "high", "--name", "other").exits(ExitCode.USAGE);
    sites.low("status").prints("side    low");
  }

  @Test
  @DisplayName("F2 pair check")
  void siteOfTheSameSide_isNoPeer() {
    sites
        .low("peer", "add", folder.resolve("low.card").toString())
        .reports("of the same side as this site");
  }

  @Test
  @DisplayName("F3 direction")
  void batches_goOutOnOneSide_andComeInOnTheOther() throws Exception {
    sites.submit("sum");
    sites.low("batch", "list").prints("outgoing to high-lab", "sum").neverSays("incoming");
    sites.carryUp();
    sites.high("batch", "list", "--incoming").prints("incoming from low-lab", "sum");
  }

  @Test
  @DisplayName("F4 admin only")
  void stateAndKeys_areReadableByTheSitesAccountOnly() throws IOException {
    for (String path : List.of("high/keys", "high/store")) {
      try (Stream<Path> files = Files.walk(folder.resolve(path))) {
        for (Path file : files.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(file.toString())
              .endsWith("------");
        }
      }
    }
  }

  @Test
  @DisplayName("F5 state capture")
  void everyRootOfTheSide_isListed_andNothingElse() throws Exception {
    sites.submit("sum");
    assertThat(sites.low("batch", "list", "--show-code").exits(ExitCode.OK).out())
        .contains("  project  ", "  request  ", "  code  ")
        .doesNotContain("  dataset  ", "  user  ", "  asset  ");
  }

  @Test
  @DisplayName("F6 state metadata")
  void status_namesTheSite_itsSideAndPeer_andWhatWaits() throws Exception {
    waiting("sum");
    sites
        .high("status", "--json")
        .prints(
            "\"side\":\"high\"",
            "\"site\":\"high-lab\"",
            "\"peer\":\"low-lab\"",
            "\"waiting_to_be_decided_or_applied\":3");
  }

  @Test
  @DisplayName("F7 tolerant capture, F8 capture warning")
  void brokenRoot_isReported_andHidesNoOther() throws Exception {
    ObjectId job = named("job", "broken");
    sites.onHigh(
        putting(
            StateObject.create(job, "job", CURIE)
                .with("name", "broken")
                .with("status", "completed")
                .with("code", named("code", "lost").text())));
    sites
        .high("batch", "list", "--outgoing")
        .exits(ExitCode.OK)
        .prints("numbers")
        .reports("jb-", "cannot go to low-lab", "not there");
  }

  @Test
  @DisplayName("F9 identity by id")
  void sameName_isNotTheSameObject() throws Exception {
    ObjectId first = sites.submit("sum");
    ObjectId second = sites.submit("sum");
    sites.carryUp();
    assertThat(first).isNotEqualTo(second);
    assertThat(sites.high("batch", "list", "--incoming", "--json").out())
        .contains("\"id\":\"" + first + "\"", "\"id\":\"" + second + "\"");
  }
}
