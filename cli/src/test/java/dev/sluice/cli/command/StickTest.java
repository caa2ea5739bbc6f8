package dev.sluice.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of an index and three data volumes, and the sticks that carry it. */
class StickTest {
  private static final String DATA_2 = "data-0002.tar.zst.age";

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
  }

  @Test
  void volumesOnTwoSticks_areTakenInAnyOrder() throws Exception {
    Path whole = export();
    Path first = stickWith(whole, "index-0001.tar.zst.age", "data-0003.tar.zst.age");
    Path second = stickWith(whole, "data-0001.tar.zst.age", DATA_2);
    sites
        .high("import", second.toString())
        .exits(ExitCode.DAMAGED)
        .reports(
            "2 of the bundle's 4 volumes are still missing",
            "index-0001.tar.zst.age data-0003.tar.zst.age",
            "plug in the next stick",
            "Nothing was changed.");
    sites.high("batch", "list", "--incoming").neverSays("large.bin");
    sites.high("status").prints("bn-000001 of low-lab: 2 of 4 volumes are here");
    sites.high("status", "--json").prints("\"here\":2,\"volumes\":4");
    sites.high("import", first.toString()).exits(ExitCode.OK);
    sites.high("batch", "list", "--incoming").prints("large.bin");
    assertThat(folder.resolve("high/arrivals")).isEmptyDirectory();
  }

  @Test
  void verify_wantsAGoodCopyOfEachVolume_onWhicheverStick() throws Exception {
    Path whole = export();
    Path half = stickWith(whole, "index-0001.tar.zst.age", DATA_2, "data-0003.tar.zst.age");
    sites
        .high("verify", half.toString())
        .exits(ExitCode.DAMAGED)
        .reports("missing: 1, damaged: 0", "data-0001.tar.zst.age", "Nothing was changed.");
    flip(bundle(whole).resolve(DATA_2));
    sites
        .high("verify", whole.toString())
        .exits(ExitCode.DAMAGED)
        .reports("FILE_DAMAGED", "missing: 0, damaged: 1", DATA_2);
    sites.high("verify", whole.toString(), half.toString()).exits(ExitCode.OK).prints("4 of 4");
  }

  @Test
  void damagedVolume_isNamed_keptApart_andWrittenAgainAlone() throws Exception {
    Path whole = export();
    Path bundle = bundle(whole);
    flip(bundle.resolve(DATA_2));
    sites
        .high("import", whole.toString())
        .exits(ExitCode.DAMAGED)
        .reports("damaged", "export --again bn-000001 --volumes " + DATA_2);
    Path next = Files.createDirectory(folder.resolve("next"));
    sites
        .low("export", "--again", "bn-000001", "--volumes", DATA_2, "--out", next.toString())
        .exits(ExitCode.OK)
        .prints("  " + DATA_2);
    assertThat(bundle(next).resolve("data-0001.tar.zst.age")).doesNotExist();
    sites.high("import", next.toString()).exits(ExitCode.OK);
    sites.high("batch", "list", "--incoming").prints("large.bin");
  }

  @Test
  void withParity_anyFourVolumesBringTheBundle() throws Exception {
    Path whole = export("--parity", "2");
    Path first = stickWith(whole, "parity-0002.rs", DATA_2);
    sites
        .high("import", first.toString())
        .exits(ExitCode.DAMAGED)
        .reports("2 of the bundle's 4 volumes are still missing", "any 2 of them");
    Path second = stickWith(whole, "parity-0001.rs", "data-0003.tar.zst.age");
    sites
        .high("import", second.toString())
        .exits(ExitCode.OK)
        .reports("rebuilt from parity: index-0001.tar.zst.age data-0001.tar.zst.age");
    sites.high("batch", "list", "--incoming").prints("large.bin");
    assertThat(folder.resolve("high/arrivals")).isEmptyDirectory();
  }

  @Test
  void laterBundle_makesAnIncompleteOneNeedless() throws Exception {
    Path half = stickWith(export(), DATA_2);
    sites.high("import", half.toString()).exits(ExitCode.DAMAGED);
    assertThat(folder.resolve("high/arrivals")).isNotEmptyDirectory();
    Path later = Files.createDirectory(folder.resolve("later"));
    sites.submit("another");
    sites.low("export", "--out", later.toString()).exits(ExitCode.OK);
    sites.high("import", later.toString()).exits(ExitCode.OK);
    assertThat(folder.resolve("high/arrivals")).isEmptyDirectory();
  }

  @Test
  void strayFilesAndUnfinishedCopies_areNamedAndNotRead() throws Exception {
    Path whole = export();
    Files.write(bundle(whole).resolve(DATA_2 + ".part"), new byte[3]);
    Files.write(bundle(whole).resolve(".DS_Store"), new byte[3]);
    Files.createDirectory(whole.resolve("SLUICE/System Volume Information"));
    sites
        .high("import", whole.toString())
        .exits(ExitCode.OK)
        .reports(DATA_2 + ".part lies beside it", ".DS_Store lies beside it");
  }

  @Test
  void unfinishedFolderOfOurs_isRemovedByTheNextExport_andOthersAreNot() throws Exception {
    Path whole = export();
    Path old = bundle(whole);
    Files.delete(old.resolve("SHA256SUMS.export.sig"));
    Files.write(old.resolve("data-0003.tar.zst.age.part"), new byte[3]);
    Path empty = Files.createDirectory(whole.resolve("SLUICE/000009-00000000"));
    Path foreign = Files.createDirectory(whole.resolve("SLUICE/000008-00000000"));
    Files.write(foreign.resolve("thesis.txt"), "mine".getBytes(UTF_8));
    sites.low("export", "--out", whole.toString()).exits(ExitCode.OK);
    assertThat(old).doesNotExist();
    assertThat(empty).doesNotExist();
    assertThat(foreign.resolve("thesis.txt")).hasContent("mine");
  }

  @Test
  void dryRun_saysHowManySticksItTakes_andWritesNothing() throws Exception {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    sites
        .low("export", "--dry-run", "--volume-size", "4M", "--out", stick.toString())
        .exits(ExitCode.OK)
        .prints("in 4 volumes", "Empty sticks: 1 of 4 GB", "Free at hand");
    sites
        .low("export", "--dry-run", "--volume-size", "4M", "--json")
        .exits(ExitCode.OK)
        .prints("\"4_gb\":1", "\"volumes\":4");
    assertThat(stick).isEmptyDirectory();
    assertThat(folder.resolve("low/outbox")).doesNotExist();
  }

  @Test
  void bundleThatIsNotKept_orHasNoSuchVolume_isNotWrittenAgain() throws Exception {
    Path stick = export();
    sites
        .low("export", "--again", "7", "--out", stick.toString())
        .exits(ExitCode.USAGE)
        .reports("NOT_KEPT", "Nothing was changed.");
    sites
        .low("export", "--again", "1", "--volumes", "data-0009.tar.zst.age", "--out", "" + stick)
        .exits(ExitCode.USAGE)
        .reports("NO_SUCH_VOLUME", "Nothing was changed.");
    flip(bundle(folder.resolve("low/outbox/high-lab"), "").resolve(DATA_2));
    sites
        .low("export", "--again", "1", "--out", stick.toString())
        .exits(ExitCode.STORE)
        .reports("OUTBOX_DAMAGED", DATA_2);
  }

  private Path export(String... options) throws IOException {
    Path stick = Files.createDirectory(folder.resolve("whole"));
    var arguments = new ArrayList<>(List.of("export", "--volume-size", "4M", "--out"));
    arguments.add(stick.toString());
    arguments.addAll(List.of(options));
    sites.low(arguments.toArray(String[]::new)).exits(ExitCode.OK);
    return stick;
  }

  private static Path bundle(Path stick) throws IOException {
    return bundle(stick, "SLUICE");
  }

  private static Path bundle(Path stick, String top) throws IOException {
    try (Stream<Path> found = Files.list(stick.resolve(top))) {
      return found.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private Path stickWith(Path whole, String... volumes) throws IOException {
    Path stick = Files.createTempDirectory(folder, "stick");
    Path from = bundle(whole);
    Path to = Files.createDirectories(stick.resolve("SLUICE").resolve(from.getFileName()));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        boolean volume = name.endsWith(".age") || name.endsWith(".rs");
        if (!volume || List.of(volumes).contains(name)) {
          Files.copy(file, to.resolve(name));
        }
      }
    }
    return stick;
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes, StandardOpenOption.WRITE);
  }
}
