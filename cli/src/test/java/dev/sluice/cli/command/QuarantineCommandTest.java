package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.FolderImage;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.ObjectId;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A low site that was put back from a backup and went on working: its bundle is a fork. */
class QuarantineCommandTest {
  private static final Pattern ID = Pattern.compile("qn-[0-9a-f]{8}");

  @TempDir Path folder;

  private TwoSites sites;
  private ObjectId lost;
  private Path fork;

  @BeforeEach
  void importAFork() throws Exception {
    sites = TwoSites.paired(folder);
    FolderImage backup = FolderImage.of(folder.resolve("low"));
    sites.submit("sum_of_numbers");
    sites.carryUp();
    PrivateFiles.clear(folder.resolve("low"));
    backup.copyTo(folder.resolve("low"));
    lost = sites.submit("mean_of_numbers");
    fork = Files.createDirectory(folder.resolve("fork"));
    sites.low("export", "--out", fork.toString()).exits(ExitCode.OK);
    sites
        .high("import", fork.toString())
        .exits(ExitCode.HISTORY)
        .reports("FORK", "The bundle is put aside, whole. Nothing was changed.", "quarantine list");
  }

  @Test
  void refusedBundle_isListedOnce_withItsReason() {
    sites.high("quarantine", "list").exits(ExitCode.OK).prints("bn-000001", "low-lab", "FORK");
    sites.high("import", fork.toString()).exits(ExitCode.HISTORY);
    sites.high("quarantine", "list", "--json").prints("\"reason\":\"FORK\"");
    assertThat(ID.matcher(sites.high("quarantine", "list").out()).results()).hasSize(1);
    sites.high("fsck").exits(ExitCode.OK);
    sites.high("batch", "list", "--incoming").neverSays("mean_of_numbers");
  }

  @Test
  void show_saysWhatIsHereAlready_withoutTakingAnythingIn() {
    sites.high("quarantine", "show", id()).exits(ExitCode.OK).prints(lost.text(), "HERE", "no");
    sites.high("quarantine", "show", id(), "--json").prints("\"here\":true");
    assertThat(sites.high("quarantine", "show", id(), "--json").out())
        .containsPattern(
            "\"here\":false,\"objects\":[0-9]+,\"position\":[0-9]+,\"root\":\"" + lost.text());
    sites.high("batch", "list", "--incoming").neverSays("mean_of_numbers");
  }

  @Test
  void salvage_writesItsContent_underNamesOfOurs_forThisUserOnly() throws Exception {
    Path out = folder.resolve("found");
    sites.high("quarantine", "salvage", id(), "--out", out.toString()).exits(ExitCode.OK);
    assertThat(folder.resolve("high/staging")).isEmptyDirectory();
    try (Stream<Path> files = Files.list(out)) {
      List<Path> all = files.toList();
      assertThat(all)
          .extracting(file -> file.getFileName().toString())
          .allMatch(name -> name.matches("index\\.json|[0-9a-f]{64}(\\.json)?"));
      assertThat(all).anySatisfy(file -> assertThat(file).content().contains("def mean_of"));
      for (Path file : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(out.resolve("index.json")).content().contains(lost.text(), "\"here\":false");
    sites.high("batch", "list", "--incoming").neverSays("mean_of_numbers");
    sites
        .high("quarantine", "salvage", id(), "--out", out.toString())
        .exits(ExitCode.USAGE)
        .reports("is there already", "Nothing was changed.");
  }

  @Test
  void keptBundle_isVerifiedAgain_whenItIsOpened() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("high/quarantine"))) {
      Path volume =
          files.filter(file -> file.toString().endsWith(".age")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(volume);
      bytes[bytes.length / 2] ^= 1;
      Files.write(volume, bytes);
    }
    Path out = folder.resolve("found");
    sites.high("quarantine", "show", id()).exits(ExitCode.DAMAGED);
    sites.high("quarantine", "salvage", id(), "--out", out.toString()).exits(ExitCode.DAMAGED);
    assertThat(out).doesNotExist();
  }

  @Test
  void discard_wantsTheId_andForgetsTheBundle() throws IOException {
    String id = id();
    sites.high("quarantine", "discard", id).exits(ExitCode.CANCELLED).reports("--yes");
    sites.high("quarantine", "discard", id, "--yes").exits(ExitCode.OK);
    sites.high("quarantine", "list").prints("No bundle is kept aside.");
    sites.high("quarantine", "show", id).exits(ExitCode.USAGE).reports("quarantine list");
    assertThat(folder.resolve("high/quarantine")).isEmptyDirectory();
  }

  @Test
  void bundleThatFreezes_isNotKept_sinceItCanBeImportedAfterTheRecovery() throws Exception {
    Path down = Files.createDirectory(folder.resolve("down"));
    sites.high("export", "--out", down.toString()).exits(ExitCode.OK);
    sites.low("import", down.toString()).exits(ExitCode.HISTORY).reports("ROLLED_BACK");
    sites.low("quarantine", "list").prints("No bundle is kept aside.");
  }

  private String id() {
    Matcher matcher = ID.matcher(sites.high("quarantine", "list").out());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
