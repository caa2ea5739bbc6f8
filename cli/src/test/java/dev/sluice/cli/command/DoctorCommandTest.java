package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void pair() throws Exception {
    sites = TwoSites.paired(folder);
    sites.onDay(LocalDate.now(ZoneOffset.UTC).plusDays(1));
  }

  @Test
  void healthySite_isFitToWork() {
    sites
        .low("doctor")
        .exits(ExitCode.OK)
        .prints(
            "ok    java",
            "ok    store             journal wal, synchronous 2",
            "ok    keys              readable by their owner only",
            "ok    frozen            no",
            "ok    pairing           high-lab: in force until",
            "ok    feed              high-lab: of 0 batches sent, 0 are not confirmed",
            "Fit to work. Next: sluice status");
    sites.low("doctor", "--json").prints("\"healthy\":true", "\"schema\":\"sluice.doctor/1\"");
  }

  @Test
  void highSide_learnsWhatCodeIsKeptInBy_andWhatItCanBeWrittenIn() {
    sites.highOnPath("doctor").prints("isolation", "run from: .py .java");
    sites.high("doctor").exits(ExitCode.OK).prints("warn  interpreters", "NOT ISOLATED");
  }

  @Test
  void keyThatOthersMayRead_isAFailure() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("low/keys/signing.key"), PosixFilePermissions.fromString("rw-r-----"));
    sites
        .low("doctor")
        .exits(ExitCode.KEY)
        .prints(
            "FAIL  keys", "keys/signing.key can be used by other accounts", "chmod -R go= keys");
  }

  @Test
  void clockBehindTheLog_isAFailure() {
    sites.onDay(LocalDate.of(2020, 1, 1));
    sites.low("doctor").exits(ExitCode.CHECK_FAILED).prints("FAIL  clock", "Set the clock");
  }

  @Test
  void endingPairing_isWarnedOf() {
    sites.onDay(LocalDate.of(2028, 11, 20));
    sites.low("doctor").exits(ExitCode.OK).prints("warn  pairing", "expires on 2028-11-24");
  }

  @Test
  void storePutBackAlone_isSeenBeforeItFreezes() throws Exception {
    copy(folder.resolve("low/store"), folder.resolve("store.bak"));
    sites.low("user", "add", "ada@example.org", "--name", "Ada").exits(ExitCode.OK);
    PrivateFiles.clear(folder.resolve("low/store"));
    copy(folder.resolve("store.bak"), folder.resolve("low/store"));
    sites
        .low("doctor")
        .exits(ExitCode.HISTORY)
        .prints("FAIL  frozen", "old copy of itself", "sluice site recover");
  }

  @Test
  void guardStation_isLookedAtToo() {
    sites.guard("init", "--side", "guard", "--name", "guard").exits(ExitCode.OK);
    sites.guard("doctor").exits(ExitCode.OK).prints("warn  pairing", "no peer yet");
  }

  @Test
  void oneBrokenThing_doesNotHideTheOthers() throws Exception {
    Files.writeString(folder.resolve("low/peers/high-lab/pairing.json"), "{}");
    Files.delete(folder.resolve("low/store/sluice.db"));
    sites
        .low("doctor")
        .exits(ExitCode.KEY)
        .prints("FAIL  store", "FAIL  pairing", "a pairing file is damaged", "ok    keys");
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(source.relativize(file).toString()));
      }
    }
  }
}
