package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.FolderImage;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of sticks, in the words that a person acts on. */
class DoctorMediumTest {
  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void pair() throws Exception {
    sites = TwoSites.paired(folder);
    sites.onDay(LocalDate.now(ZoneOffset.UTC).plusDays(1));
  }

  @Test
  void newBundle_isReady_andOnceTakenInNeededNoMore() throws Exception {
    Path stick = export("stick");
    doctor(stick)
        .exits(ExitCode.OK)
        .prints(
            "ok    ready             bn-000001 of low-lab is whole and new",
            "      sluice import " + stick,
            "Nothing was changed, here or on the medium.");
    sites.high("import", stick.toString()).exits(ExitCode.OK);
    doctor(stick).exits(ExitCode.OK).prints("ok    taken-in          bn-000001 of low-lab was");
  }

  @Test
  void lostBundle_isNoHarm_andTheOneBeforeComesLate() throws Exception {
    Path first = export("first");
    sites.submit("sum_of_numbers");
    Path second = export("second");
    doctor(second)
        .exits(ExitCode.OK)
        .prints("ok    skips", "the ones after the beginning never came, and it repeats what they");
    sites.high("import", second.toString()).exits(ExitCode.OK);
    doctor(first)
        .exits(ExitCode.OK)
        .prints("warn  late              bn-000001 of low-lab comes after bn-000002", "no harm");
    sites.high("import", first.toString()).exits(ExitCode.OK);
  }

  @Test
  void truncatedVolume_isNamed_withTheCommandThatWritesItAgain() throws Exception {
    Path stick = export("stick");
    Path volume = bundle(stick).resolve("index-0001.tar.zst.age");
    byte[] bytes = Files.readAllBytes(volume);
    Files.write(volume, Arrays.copyOf(bytes, bytes.length - 1));
    doctor(stick)
        .exits(ExitCode.DAMAGED)
        .prints(
            "FAIL  volumes           bn-000001 of low-lab: 0 of 1 volumes are good",
            "At low-lab: sluice export --again bn-000001 --volumes index-0001.tar.zst.age --out");
    Path again = Files.createDirectory(folder.resolve("again"));
    sites
        .low(
            "export",
            "--again",
            "bn-000001",
            "--volumes",
            volume.getFileName().toString(),
            "--out",
            again.toString())
        .exits(ExitCode.OK);
    sites.high("doctor", stick.toString(), again.toString()).exits(ExitCode.OK).prints("ready");
  }

  @Test
  void exportThatWasCutOff_isToldFromABundle() throws Exception {
    Path stick = export("stick");
    Files.delete(bundle(stick).resolve("SHA256SUMS.export.sig"));
    doctor(stick)
        .exits(ExitCode.DAMAGED)
        .prints(
            "FAIL  not-a-bundle",
            "its export was not finished",
            "On the low side: sluice export --again bn-000001 --out STICK");
  }

  @Test
  void swappedVolume_isDamage_andASwappedRootIsNoSignature() throws Exception {
    Path first = export("first");
    sites.submit("sum_of_numbers");
    Path second = export("second");
    String volume = "index-0001.tar.zst.age";
    Files.write(bundle(second).resolve(volume), Files.readAllBytes(bundle(first).resolve(volume)));
    doctor(second).exits(ExitCode.DAMAGED).prints("FAIL  volumes", "damaged: " + volume);
    Files.write(
        bundle(first).resolve("SHA256SUMS"),
        Files.readAllBytes(bundle(second).resolve("SHA256SUMS")));
    doctor(first)
        .exits(ExitCode.SIGNATURE_INVALID)
        .prints("FAIL  signature-invalid", "call the sender");
  }

  @Test
  void bundleOnTheWrongSide_isToldWhereItBelongs_untilTheOtherSideHasConfirmedIt()
      throws Exception {
    Path stick = export("stick");
    sites
        .low("doctor", stick.toString())
        .exits(ExitCode.OK)
        .prints("ok    ours", "was written here for high-lab", "there: sluice import " + stick);
    sites.high("import", stick.toString()).exits(ExitCode.OK);
    sites.carryDown(0);
    sites.low("doctor", stick.toString()).prints("high-lab has confirmed all of it");
  }

  @Test
  void bundleOfStrangers_andAFileThatIsNotOurs_areRefusedByName() throws Exception {
    Path stick = export("stick");
    Files.writeString(bundle(stick).resolve("notes.txt"), "hello");
    doctor(stick)
        .exits(ExitCode.UNSAFE_CONTENT)
        .prints("FAIL  undeclared-file", "Take notes.txt out of the folder");
    Files.delete(bundle(stick).resolve("notes.txt"));
    Path others = Files.createDirectory(folder.resolve("others"));
    TwoSites strangers = TwoSites.withoutDataset(others);
    strangers
        .high("doctor", stick.toString())
        .exits(ExitCode.SIGNATURE_INVALID)
        .prints("FAIL  unknown-signer", "sluice key show over there, sluice peer list here");
  }

  @Test
  void sameBundleTwice_isSeen_andSoIsAStickWithNothing() throws Exception {
    Path stick = export("stick");
    FolderImage.of(bundle(stick)).copyTo(stick.resolve("SLUICE/000001-0123abcd"));
    doctor(stick).exits(ExitCode.OK).prints("ok    doubled", "lies there twice");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    doctor(empty).exits(ExitCode.OK).prints("warn  empty", "holds no bundle");
    doctor(folder.resolve("nowhere")).exits(ExitCode.MEDIA).prints("FAIL  no-medium");
  }

  @Test
  void secondBundleOfOneNumber_pointsToARestoredSite() throws Exception {
    FolderImage before = FolderImage.of(folder.resolve("low"));
    Path first = export("first");
    sites.high("import", first.toString()).exits(ExitCode.OK);
    PrivateFiles.clear(folder.resolve("low"));
    before.copyTo(folder.resolve("low"));
    sites.submit("sum_of_numbers");
    Path second = export("second");
    doctor(second)
        .exits(ExitCode.OK)
        .prints("warn  number-twice", "put back from a backup, or a copy of it is at work");
    sites
        .low("doctor", first.toString())
        .exits(ExitCode.HISTORY)
        .prints("FAIL  not-ours", "is not in its ledger");
  }

  @Test
  void nothingIsChanged_onTheSitesOrTheSticks() throws Exception {
    Path stick = export("stick");
    FolderImage before = FolderImage.of(folder);
    doctor(stick).exits(ExitCode.OK);
    sites.low("doctor", stick.toString()).exits(ExitCode.OK);
    sites.low("doctor").exits(ExitCode.OK);
    assertThat(before.differences(folder)).isEmpty();
    sites.high("doctor", stick.toString(), "--json").prints("\"name\":\"ready\"");
  }

  private Outcome doctor(Path stick) {
    return sites.high("doctor", stick.toString());
  }

  private Path export(String name) throws IOException {
    Path stick = Files.createDirectory(folder.resolve(name));
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    return stick;
  }

  private static Path bundle(Path stick) throws IOException {
    try (Stream<Path> found = Files.list(stick.resolve("SLUICE"))) {
      return found.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }
}
