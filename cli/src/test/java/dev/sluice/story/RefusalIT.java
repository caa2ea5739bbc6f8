package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.store.ReadOnlyStore;
import dev.sluice.state.store.StateDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Bad sticks: each is refused by name, and the site's state stays as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusalIT {
  private Path folder;
  private Sites sites;
  private Path bundle;

  @BeforeAll
  void exportOnce(@TempDir Path temporary) throws Exception {
    folder = temporary;
    sites = Sites.paired(Files.createDirectory(folder.resolve("pair")), "x25519");
    sites.addDataset("numbers", "[4,5,6]", "[1,2,3]");
    sites.addResearcher();
    sites.submit("sum_of_numbers", "sum.sh", "echo 6 > \"$SLUICE_RESULT\"\n", "numbers");
    sites.low("export", "--out", "stick");
    bundle = sites.bundles().get(0);
  }

  @Test
  void flippedByteInEachFile_isRefused() throws Exception {
    List<Path> files;
    try (Stream<Path> list = Files.list(bundle)) {
      files = list.sorted().toList();
    }
    assertThat(files).hasSize(6);
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 4;
      Files.write(file, bad);
      boolean signed = file.getFileName().toString().startsWith("SHA256SUMS");
      assertRefused(bundle, signed ? ExitCode.SIGNATURE_INVALID : ExitCode.DAMAGED);
      Files.write(file, good);
    }
  }

  @Test
  void missingVolume_isRefused() throws Exception {
    Path volume = bundle.resolve("data-0001.tar.zst.age");
    byte[] good = Files.readAllBytes(volume);
    Files.delete(volume);
    assertRefused(bundle, ExitCode.DAMAGED).reports("FILE_MISSING", "data-0001.tar.zst.age");
    Files.write(volume, good);
  }

  @Test
  void bundleOfASiteThatIsNotPaired_isRefused() throws Exception {
    Sites others = Sites.paired(Files.createDirectory(folder.resolve("others")), "x25519");
    others.addResearcher();
    others.low("project", "create", "Other", "--by", Sites.CURIE);
    others.low("export", "--out", "stick");
    assertRefused(others.bundles().get(0), ExitCode.SIGNATURE_INVALID).reports("UNKNOWN_SIGNER");
  }

  @Test
  void bundleForAnotherRecipient_isRefused() throws Exception {
    Path archive = folder.resolve("pair/archive");
    sites.run("archive", "init", "--side", "high", "--name", "high-archive").exits(ExitCode.OK);
    sites.run("archive", "key", "generate", "--no-passphrase").exits(ExitCode.OK);
    sites.run("archive", "key", "export", "archive.card").exits(ExitCode.OK);
    sites.low("peer", "add", "archive.card", "--suite", "x25519");
    String words = Sites.text(sites.ask("low", "peer", "show", "high-archive"), "words");
    sites.low("peer", "confirm", "high-archive", "--words", words);
    sites.run("archive", "peer", "add", "low/peers/high-archive/pairing.json").exits(ExitCode.OK);
    sites.run("archive", "peer", "confirm", "low-lab", "--words", words).exits(ExitCode.OK);
    sites.low("peer", "add", "archive/peers/low-lab/pairing.json");
    Path stick = Files.createDirectory(archive.resolveSibling("stick-2"));
    sites.low("export", "--to", "high-archive", "--out", "stick-2");
    try (Stream<Path> bundles = Files.list(stick.resolve("SLUICE"))) {
      assertRefused(bundles.findFirst().orElseThrow(), ExitCode.WRONG_RECIPIENT)
          .reports("WRONG_RECIPIENT");
    }
  }

  @Test
  void ownBundleHandedBack_isRefused() throws Exception {
    sites
        .run("low", "import", bundle.toString())
        .exits(ExitCode.WRONG_RECIPIENT)
        .reports("OWN_BUNDLE", "Nothing was changed.");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void sameBundleAgain_isAReplay() throws Exception {
    StateDigest before = digest("high");
    Outcome first = sites.run("high", "import", bundle.toString());
    assertThat(first.exit()).isIn(ExitCode.OK.number(), ExitCode.REPLAY.number());
    assertThat(digest("high").content()).isNotEqualTo(before.content());
    assertRefused(bundle, ExitCode.REPLAY).reports("already imported");
  }

  private Outcome assertRefused(Path path, ExitCode code) throws Exception {
    StateDigest before = digest("high");
    Outcome outcome =
        sites
            .run("high", "import", path.toString())
            .exits(code)
            .reports("error[" + code.name() + "]", "Nothing was changed.")
            .neverSays("Exception", "\tat ");
    assertThat(digest("high")).isEqualTo(before);
    assertThat(sites.path("high/staging")).doesNotExist();
    PrivateFiles.clear(sites.path("high/arrivals"));
    return outcome;
  }

  private StateDigest digest(String site) throws Exception {
    return ReadOnlyStore.at(sites.path(site + "/store")).digest();
  }
}
