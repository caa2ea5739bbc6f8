package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteRecoverTest {
  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void sitesThatMetAfterTheBackup() throws Exception {
    sites = TwoSites.paired(folder);
    sites.carryUp();
    sites.carryDown(0);
    copy("low", "low.bak");
    sites.submit("sum_of_numbers");
    sites.carryUp();
  }

  @Test
  void wholeFolderPutBack_isNoticedAtTheFirstContact_andHealedByRecover() throws Exception {
    restoreAll();
    sites.low("status").exits(ExitCode.OK).prints("frozen", "no");
    Path stick = Files.createDirectories(folder.resolve("down"));
    sites.high("export", "--out", stick.toString()).exits(ExitCode.OK);
    sites
        .low("import", stick.toString())
        .exits(ExitCode.HISTORY)
        .reports("ROLLED_BACK", "old copy of itself", "sluice site recover");
    assertFrozen();
    sites.low("site", "recover", "--yes").exits(ExitCode.OK).prints("works again", "sluice export");
    Path up = Files.createDirectories(folder.resolve("up"));
    sites.low("export", "--out", up.toString()).exits(ExitCode.OK);
    sites
        .high("import", up.toString())
        .exits(ExitCode.OK)
        .prints("low-lab was restored and has recovered", "gives back 2 batches");
    sites.carryDown(0);
    assertThat(sites.low("request", "list").out()).doesNotContain("sum_of_numbers");
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.low("request", "list").prints("sum_of_numbers");
  }

  @Test
  void storePutBackAlone_isNoticedAtTheNextCommand() throws Exception {
    PrivateFiles.clear(folder.resolve("low/store"));
    copy("low.bak/store", "low/store");
    assertFrozen();
    sites.low("site", "show").prints("behind-guard");
    sites.low("site", "recover", "--yes").exits(ExitCode.OK);
    sites.low("status").prints("frozen", "no");
  }

  @Test
  void recover_asksForTheNameOfTheSite() {
    sites.low("site", "recover").exits(ExitCode.CANCELLED).reports("--yes");
    Outcome declined = sites.highTyping("low-lab\n", "site", "recover");
    declined.exits(ExitCode.CANCELLED);
    sites.highTyping("high-lab\n", "site", "recover").exits(ExitCode.OK);
  }

  private void assertFrozen() {
    sites.low("status").exits(ExitCode.OK).prints("Frozen. Next: sluice site recover");
    sites.low("batch", "list").exits(ExitCode.OK);
    sites
        .low("export", "--out", folder.toString())
        .exits(ExitCode.HISTORY)
        .reports("frozen", "FROZEN", "Nothing was changed.", "sluice site recover");
    sites
        .low("user", "add", "new@example.org", "--name", "New")
        .exits(ExitCode.HISTORY)
        .reports("FROZEN");
  }

  private void restoreAll() throws IOException {
    PrivateFiles.clear(folder.resolve("low"));
    copy("low.bak", "low");
  }

  private void copy(String from, String to) throws IOException {
    Path source = folder.resolve(from);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(to).resolve(source.relativize(file).toString()));
      }
    }
  }
}
