package dev.sluice.cli.command;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Projects;
import dev.sluice.state.ObjectId;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
  @TempDir Path folder;
  private TwoSites sites;
  private ObjectId sum;

  @BeforeEach
  void requestHasComeIn() throws Exception {
    sites = TwoSites.paired(folder);
    sum = sites.submit("sum_of_numbers");
    sites.carryUp();
  }

  @Test
  void list_showsEachWayInItsOwnTable_andCountsWhatItHides() {
    sites
        .high("batch", "list")
        .exits(ExitCode.OK)
        .prints(
            "incoming from low-lab\n",
            "ID",
            "sum_of_numbers",
            "curie@example.org",
            "new",
            "outgoing to low-lab\n",
            "PRIVATE",
            "of code (--show-code)");
    sites.high("batch", "list", "--incoming").exits(ExitCode.OK).neverSays("outgoing");
    sites.high("batch", "list", "--outgoing").exits(ExitCode.OK).neverSays("sum_of_numbers");
  }

  @Test
  void filters_chooseWhatIsSeen_andNeverRenumber() {
    String row = sites.high("batch", "list", "--incoming", "--type", "request").out();
    assertThat(row).contains("  b2  ", "2 left out by the filter").doesNotContain("  b1  ");
    sites.high("batch", "list", "--exclude-type", "request,project").neverSays("sum_of_numbers");
    sites.high("batch", "list", "--by", "CURIE@example.org").prints("sum_of_numbers");
    sites.high("batch", "list", "--by", "bob@example.org").neverSays("sum_of_numbers");
    sites.high("batch", "list", "--status", "changed,same").neverSays("sum_of_numbers");
    sites.high("batch", "list", "--incoming", "--show-code").prints("  code  ");
    sites.high("batch", "list", "--status", "nwe").exits(ExitCode.USAGE);
  }

  @Test
  void json_hasIdsInFull_andTheCountsOfWhatIsHidden() {
    sites
        .high("batch", "list", "--incoming", "--json")
        .exits(ExitCode.OK)
        .prints(
            "\"schema\":\"sluice.batches/1\"",
            "\"id\":\"" + sum.text() + "\"",
            "\"direction\":\"incoming\"",
            "\"decision\":{\"state\":\"undecided\"}",
            "\"hidden\":{\"code\":1,\"filtered\":0,\"ignored\":0,\"same\":0}");
  }

  @Test
  void hostileTitle_isInert() throws Exception {
    sites.onLow(site -> new Projects(site).create("a\u202Eb", "x", "curie@example.org"));
    sites.carryUp();
    sites.high("batch", "list").exits(ExitCode.OK).prints("a[U+202E]b").neverSays("\u202E");
    sites.high("batch", "tree").exits(ExitCode.OK).prints("a[U+202E]b").neverSays("\u202E");
    sites.high("batch", "tree", "--format", "dot").prints("a[U+202E]b").neverSays("\u202E");
  }

  @Test
  void show_tellsWhatABatchHoldsAndNeeds() {
    sites
        .high("batch", "show", typed(sum))
        .exits(ExitCode.OK)
        .prints(sum.text(), "incoming from low-lab", "needs", "code", "user", "standing");
    sites.high("batch", "show", typed(sum), "--json").prints("\"schema\":\"sluice.batch/1\"");
  }

  @Test
  void tree_hasTheObjects_andSaysWhereTheNeededOnesAre() {
    sites
        .high("batch", "tree", typed(sum))
        .exits(ExitCode.OK)
        .prints("  with  code cd-", "  needs as-", "here already");
    sites
        .high("batch", "tree", typed(sum), "--format", "dot")
        .exits(ExitCode.OK)
        .prints("digraph batches {", "subgraph cluster_b", "-> \"as-");
  }

  @Test
  void unknownId_isRefusedWithAWayOut() {
    sites
        .high("batch", "show", "rq-zzzz")
        .exits(ExitCode.USAGE)
        .reports("no batch waits whose id begins with rq-zzzz");
  }
}
