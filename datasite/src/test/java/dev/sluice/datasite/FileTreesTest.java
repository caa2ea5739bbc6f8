package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.PartRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FileTreesTest extends SiteTest {
  private static final Scan SCAN = new Scan(Instant.EPOCH, Scan.Extent.ALL, Scan.Headway.NONE);

  @Test
  void largeTree_isSpreadOverSections_andStillOneBatch() throws Exception {
    Path many = Files.createDirectories(low.folder.resolve("tracked/many"));
    for (int i = 0; i <= 100; i++) {
      Files.writeString(many.resolve("f" + i), "same");
    }
    FileTrees trees = new FileTrees(low.site, 100);
    FileTree tree = trees.track(many.getParent(), ANA, SCAN).trees().get(0);

    assertThat(tree.files()).hasSize(101);
    assertThat(low.object(tree.id()).parts()).isEmpty();
    assertThat(low.batch(tree.id()).documents()).hasSizeBetween(40, 65);
    Files.delete(many.resolve("f7"));
    assertThat(trees.track(many.getParent(), ANA, SCAN).trees().get(0).files()).hasSize(100);
    assertThat(low.object(tree.id()).parts()).hasSize(100);
  }

  @Test
  void nameTrackedInAnotherFolder_isRefused() throws Exception {
    for (String place : List.of("one", "two")) {
      Files.createDirectories(low.folder.resolve(place).resolve("docs"));
    }
    new FileTrees(low.site).track(low.folder.resolve("one"), ANA, SCAN);

    assertThat(refusal(() -> new FileTrees(low.site).track(low.folder.resolve("two"), ANA, SCAN)))
        .isEqualTo(Reason.ALREADY_THERE);
  }

  @Test
  void placeOnThisSide_neverTravels() throws Exception {
    Files.createDirectories(low.folder.resolve("tracked/docs"));
    FileTree tree =
        new FileTrees(low.site).track(low.folder.resolve("tracked"), ANA, SCAN).trees().get(0);
    low.carry(tree.id(), high);

    assertThat(new FileTrees(high.site).show("docs").folder()).isEmpty();
  }

  @Test
  void hostileNames_areNeverWritten() throws Exception {
    Path target = Files.createDirectories(high.folder.resolve("target/inner"));
    FileTrees trees = new FileTrees(high.site);
    PartRef empty = high.site.keep(high.file("empty", ""), 1);
    for (String path : List.of("../escaped", "/tmp/escaped", "a/../../../escaped", "nul")) {
      var files = new TreeMap<>(Map.of(path, empty));
      for (boolean single : new boolean[] {true, false}) {
        var forged =
            new FileTree(
                high.site.named("files", path),
                single ? path : "tree",
                single,
                ANA,
                Optional.empty(),
                files);
        assertThat(refusal(() -> trees.checkOut(forged, target, Checkout.Mode.REPLACE)))
            .isEqualTo(Reason.UNFIT_TEXT);
      }
    }
    assertThat(target).isEmptyDirectory();
    assertThat(target.getParent()).isDirectoryNotContaining("glob:**escaped");
  }
}
