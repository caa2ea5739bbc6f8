package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.SluiceProcess;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sticks and disks that are too small or read-only, as real file systems: each run mounts one in a
 * namespace of its own, and keeps a copy of what it left there. Wants {@code unshare} and a system
 * that lets this user use it.
 */
class SmallDiskIT {
  @TempDir Path folder;
  private TwoSites sites;

  @BeforeEach
  void trackALargeFile() throws Exception {
    sites = TwoSites.paired(folder);
    byte[] content = new byte[10 << 20];
    new Random(1).nextBytes(content);
    Path tracked = Files.createDirectory(folder.resolve("tracked"));
    Files.write(tracked.resolve("large.bin"), content);
    sites
        .low("track", tracked.toString(), "--kind", "files", "--owner", "owner@example.org")
        .exits(ExitCode.OK);
    Files.createDirectory(folder.resolve("small"));
  }

  @Test
  void fullStick_getsTheVolumesThatFit_andTheNextOneTheOthers() throws Exception {
    export("size=8m", "--volume-size", "4M")
        .exits(ExitCode.MEDIA)
        .reports("2 of the bundle's 4 volumes found no room", "export --again bn-000001");
    sites.high("import", left().toString()).exits(ExitCode.DAMAGED).reports("plug in the next");
    Path next = Files.createDirectory(folder.resolve("next"));
    sites.low("export", "--again", "bn-000001", "--out", next.toString()).exits(ExitCode.OK);
    sites.high("import", next.toString()).exits(ExitCode.OK);
    sites.high("batch", "list", "--incoming").prints("large.bin");
  }

  @Test
  void stickWithoutRoomForOneVolume_isRefused_beforeAnythingIsReleased() throws Exception {
    export("size=1m").exits(ExitCode.MEDIA).reports("FULL", "Nothing was changed.");
    assertThat(left()).isEmptyDirectory();
    sites.low("batch", "list", "--outgoing").prints("large.bin");
  }

  @Test
  void readOnlyStick_isRefused_beforeAnythingIsReleased() throws Exception {
    export("ro,size=64m").exits(ExitCode.MEDIA).reports("READ_ONLY", "Nothing was changed.");
    sites.low("batch", "list", "--outgoing").prints("large.bin");
  }

  @Test
  void diskWithoutRoomForABundle_isRefused_beforeAnythingIsCopied() throws Exception {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    onSmallDisk("size=12m", "cp -r high/. small/", "$SLUICE -C small import stick", ":")
        .exits(ExitCode.MEDIA)
        .reports("the bundle needs up to", "Nothing was changed.");
    assertThat(left().resolve("arrivals")).isEmptyDirectory();
  }

  private Outcome export(String options, String... more) {
    String command = "$SLUICE -C low export --out small " + String.join(" ", more);
    return onSmallDisk(options, ":", command, ":");
  }

  /** What the last run left on its small disk. */
  private Path left() {
    return folder.resolve("left");
  }

  private Outcome onSmallDisk(String options, String before, String command, String after) {
    String script =
        """
        set -ef
        mount -t tmpfs -o %s none small
        %s
        set +e
        %s
        code=$?
        %s >&2
        cp -r small left
        exit $code
        """
            .formatted(options, before, command, after);
    return SluiceProcess.of(folder, "unshare", "-rm", "sh", "-c", script)
        .with("SLUICE", SluiceProcess.commandLine())
        .run();
  }
}
