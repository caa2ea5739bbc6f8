package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refusal says about what was done before it. */
class PartialEffectTest {
  @TempDir Path folder;

  @Test
  void damagedBundleBesideAGoodOne_isNamed_andTheGoodOneIsTakenIn() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    Path stick = Files.createDirectory(folder.resolve("one-stick"));
    sites.submit("first");
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    sites.submit("second");
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    List<Path> bundles;
    try (Stream<Path> found = Files.list(stick.resolve("SLUICE"))) {
      bundles = found.sorted().toList();
    }
    Files.delete(bundles.get(0).resolve("index-0001.tar.zst.age"));
    sites
        .high("import", stick.toString())
        .exits(ExitCode.DAMAGED)
        .prints("Verified bundle bn-000002")
        .reports("FILE_MISSING")
        .neverSays("Nothing was changed");
    sites.high("batch", "list", "--incoming").prints("first", "second");
  }

  @Test
  void olderCopyOfAPairing_takesNoSignatureAway() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    Path kept = folder.resolve("high/peers/low-lab/pairing.json");
    byte[] both = Files.readAllBytes(kept);
    Path copy = folder.resolve("older.json");
    String unsigned =
        new String(both, java.nio.charset.StandardCharsets.UTF_8)
            .replaceFirst("\"signatures\":\\{.*}}$", "\"signatures\":{}}");
    Files.writeString(copy, unsigned);
    sites.high("peer", "add", copy.toString()).exits(ExitCode.OK).prints("low-lab, high-lab");
    assertThat(Files.readAllBytes(kept)).isEqualTo(both);
  }

  @Test
  void fileThatIsNotThere_isNamed() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites
        .high("peer", "add", "nosuch.card")
        .exits(ExitCode.USAGE)
        .reports("there is no file", "nosuch.card", "Nothing was changed.");
  }
}
