package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
  @TempDir Path folder;
  private TwoSites sites;

  @BeforeEach
  void twoRequestsWait() throws Exception {
    sites = TwoSites.paired(folder);
    sites.submit("copy_all");
    sites.submit("sum_of_numbers");
    sites.carryUp();
  }

  /** In the order asked: the project, both requests, then what would go out. */
  @Test
  void walk_asksForEachAndRecordsAtOnce() {
    sites
        .highTyping("s\nr\ntoo broad\na\nfine\nq\n", "review")
        .exits(ExitCode.OK)
        .prints("1 of 4", "copy_all", "sum_of_numbers", "Recorded for request");
    String list = sites.high("batch", "list", "--incoming").out();
    assertThat(list)
        .containsPattern("copy_all .*rejected by ana")
        .containsPattern("sum_of_numbers .*approved by ana")
        .containsPattern("Sums .*skipped by ana");
  }

  @Test
  void rejectionWithoutAReason_isAskedAgain() {
    sites
        .highTyping("r\n\nq\n", "review")
        .exits(ExitCode.OK)
        .prints("A rejection has a reason. Nothing was recorded.");
    assertThat(sites.high("batch", "list").out()).doesNotContain("rejected");
  }

  @Test
  void ignoring_namesWhatGoesAlongAndWaitsForAYes() {
    sites.highTyping("i\nn\ns\nq\n", "review").exits(ExitCode.OK).prints("These need it");
    assertThat(sites.high("batch", "list").out()).contains("sum_of_numbers", "copy_all");
    sites.high("reset", "--incoming", "b1").exits(ExitCode.OK);
    sites.highTyping("i\ny\nq\n", "review").exits(ExitCode.OK);
    assertThat(sites.high("batch", "list").out()).doesNotContain("sum_of_numbers", "copy_all");
  }

  @Test
  void anotherLetter_explainsAndRecordsNothing() {
    sites.highTyping("x\nt\nh\nd\nq\n", "review").exits(ExitCode.OK).prints("a  approve it");
    assertThat(sites.high("batch", "list").out()).doesNotContain("by ana");
  }

  @Test
  void withoutATerminal_isRefused() {
    sites.high("review").exits(ExitCode.CANCELLED).reports("needs an answer");
  }

  @Test
  void portWithoutTheWeb_isRefused() {
    sites.high("review", "--port", "8080").exits(ExitCode.USAGE);
    sites.high("review", "--web", "--port", "70000").exits(ExitCode.USAGE);
  }
}
