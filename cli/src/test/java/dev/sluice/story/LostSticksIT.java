package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sticks that never arrive. */
class LostSticksIT {
  @TempDir Path folder;

  @Test
  void thirdStickCarriesWhatTwoLostOnesDid_andTheReceiptMakesTheNextOneSmall() throws Exception {
    Sites sites = Sites.paired(folder, "x25519");
    sites.addDataset("numbers", "[4,5,6]", "[1,2,3]");
    sites.addResearcher();
    for (int i = 1; i <= 3; i++) {
      sites.submit("sum_" + i, "sum_" + i + ".sh", "echo " + i + "\n", "numbers");
      Files.createDirectory(sites.path("stick-" + i));
      sites.low("export", "--out", "stick-" + i);
    }
    Json taken = ((Json.Arr) sites.ask("high", "import", "stick-3")).items().get(0);
    long carried = number(taken, "new_batches");
    assertThat(carried).isGreaterThanOrEqualTo(3);
    sites.high("batch", "list", "--incoming").prints("sum_1", "sum_2", "sum_3");
    sites.high("export", "--out", "stick");
    sites.low("import", "stick");
    sites.low("receipt", "list").prints("confirmed").neverSays("not confirmed");
    sites.submit("sum_4", "sum_4.sh", "echo 4\n", "numbers");
    Json plan = sites.ask("low", "export", "--dry-run");
    assertThat(number(plan, "repeated")).isZero();
    assertThat(((Json.Arr) ((Json.Obj) plan).fields().get("batches")).items())
        .hasSizeLessThan((int) carried);
  }

  private static long number(Json object, String key) {
    return ((Json.Int) ((Json.Obj) object).fields().get(key)).value();
  }
}
