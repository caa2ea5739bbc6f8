package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FsckCommandTest {
  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void sitesThatHaveMet() throws Exception {
    sites = TwoSites.paired(folder);
    sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.carryDown(0);
  }

  private Path blob() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("high/store/blobs"))) {
      return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  private Map<Path, ByteBuffer> files() throws IOException {
    var files = new TreeMap<Path, ByteBuffer>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path, ByteBuffer.wrap(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  @Test
  void healthySites_saySo() {
    sites.low("fsck").exits(ExitCode.OK).prints("No damage found: everything");
    sites.high("fsck").exits(ExitCode.OK).prints("No damage found: everything");
    sites
        .high("fsck", "--quick", "--json")
        .exits(ExitCode.OK)
        .prints("\"findings\":[],\"healthy\":true", "\"schema\":\"sluice.fsck/1\"");
  }

  @Test
  void damagedBlob_isNamed_withWhatToDo_andNothingIsChanged() throws Exception {
    byte[] bytes = Files.readAllBytes(blob());
    bytes[0] ^= 1;
    Files.write(blob(), bytes);
    Map<Path, ByteBuffer> before = files();
    sites
        .high("fsck")
        .exits(ExitCode.STORE)
        .prints(
            "FAIL  blob-damaged",
            blob().getFileName() + ": its bytes have another digest",
            "Put the file back from a backup",
            "Damaged: 1. To be looked at: 0. Nothing was changed.");
    sites
        .high("fsck", "--json")
        .exits(ExitCode.STORE)
        .prints("\"healthy\":false", "\"level\":\"fail\",\"name\":\"blob-damaged\"");
    assertThat(files()).isEqualTo(before);
    sites.high("fsck", "--quick").exits(ExitCode.OK).prints("bytes of blobs were not read");
  }

  @Test
  void brokenDatabase_isReported_andNotRunInto() throws Exception {
    Files.writeString(folder.resolve("high/store/sluice.db"), "x".repeat(8192));
    sites.high("fsck").exits(ExitCode.STORE).prints("FAIL  database-damaged", "sluice.db: ");
  }

  @Test
  void leftOversOfKilledCommands_areNamed_andNoDamage() throws Exception {
    Files.createDirectories(folder.resolve("high/staging/opened"));
    Files.createDirectories(folder.resolve("high/jobs/run"));
    Files.createDirectories(folder.resolve("high/arrivals/low-lab.000009.ab"));
    Files.createDirectories(folder.resolve("high/outbox/low-lab/unsealed"));
    sites
        .high("fsck")
        .exits(ExitCode.OK)
        .prints(
            "warn  left-over         staging/opened",
            "jobs/run",
            "arrivals/low-lab.000009.ab",
            "outbox/low-lab/unsealed",
            "No damage found");
    assertThat(folder.resolve("high/staging/opened")).exists();
  }

  @Test
  void guardStation_hasNothingToCheck() {
    sites.guard("init", "--side", "guard", "--name", "guard").exits(ExitCode.OK);
    sites.guard("fsck").exits(ExitCode.USAGE).reports("a guard station has no state");
  }
}
