package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.FolderImage;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcCommandTest {
  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void replaceAFileThatNeverCrossed() throws Exception {
    sites = TwoSites.paired(folder);
    Path tracked = Files.createDirectory(folder.resolve("tracked"));
    for (String content : new String[] {"first", "second"}) {
      Files.writeString(tracked.resolve("notes.txt"), content);
      sites
          .low("track", tracked.toString(), "--kind", "files", "--owner", "owner@example.org")
          .exits(ExitCode.OK);
    }
    sites.submit("sum_of_numbers");
  }

  @Test
  void dryRun_saysWhatNothingNeeds_andRemovesNothing() throws Exception {
    FolderImage before = FolderImage.of(folder.resolve("low/store/blobs"));
    sites.low("gc", "--dry-run").exits(ExitCode.OK).prints("Nothing needs 1 blobs", "sluice gc");
    assertThat(before.differences(folder.resolve("low/store/blobs"))).isEmpty();
    sites.low("gc", "--dry-run", "--json").prints("\"blobs\":1", "\"bytes\":5");
  }

  @Test
  void collection_removesIt_andEverythingElseStillCrosses() throws Exception {
    sites.low("gc").exits(ExitCode.OK).prints("Removed 1 blobs");
    sites.low("gc").exits(ExitCode.OK).prints("Removed 0 blobs");
    sites.low("fsck").exits(ExitCode.OK).prints("No damage found: everything");
    sites.carryUp();
    sites.high("gc").exits(ExitCode.OK);
    sites.high("approve", "--all-undecided", "--by", TwoSites.CURIE, "--reason", "fine");
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.high("gc").exits(ExitCode.OK);
    sites.high("fsck").exits(ExitCode.OK).prints("No damage found: everything");
    sites.carryDown(0);
    sites.low("gc").exits(ExitCode.OK);
    sites.low("fsck").exits(ExitCode.OK).prints("No damage found: everything");
  }
}
