package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Ceremony;
import dev.sluice.cli.testing.FolderImage;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A low site of which there is another copy somewhere, or none at all any more. */
class SiteNewIdentityTest {
  @TempDir Path folder;

  private TwoSites sites;
  private FolderImage copy;
  private int files;

  @BeforeEach
  void sitesThatHaveMet() throws Exception {
    sites = TwoSites.paired(folder);
    sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.carryDown(0);
    copy = FolderImage.of(folder.resolve("low"));
  }

  @Test
  void peerRefusesTheOldIdentity_andTakesTheNewOneOnceConfirmed() throws Exception {
    Path old = exportOfTheCopy();
    sites
        .low("site", "new-identity", "--yes", "--no-passphrase")
        .exits(ExitCode.OK)
        .prints("pair anew with", "high-lab", "sluice peer remove low-lab");
    sites.low("export", "--out", folder.toString()).exits(ExitCode.USAGE);
    pairAnew();
    sites.high("import", old.toString()).exits(ExitCode.SIGNATURE_INVALID).reports("UNKNOWN");
    sites.submit("mean_of_numbers");
    sites.carryUp();
    sites
        .high("batch", "list", "--incoming")
        .exits(ExitCode.OK)
        .prints("mean_of_numbers", "sum_of_numbers");
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.carryUp();
    sites.low("fsck").exits(ExitCode.OK);
    sites.high("fsck").exits(ExitCode.OK);
    sites.low("site", "show").prints("frozen", "no");
  }

  @Test
  void siteThatIsGone_getsItsWorkBackUnderTheNewIdentity() throws Exception {
    PrivateFiles.clear(folder.resolve("low"));
    sites.low("init", "--side", "low", "--name", "low-lab").exits(ExitCode.OK);
    sites.low("key", "generate", "--no-passphrase").exits(ExitCode.OK);
    pairAnew();
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("blocked");
    String mock = folder.resolve("mock.json").toString();
    sites
        .low("dataset", "add", "numbers", "--mock", mock, "--owner", "owner@example.org")
        .exits(ExitCode.OK);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.low("request", "list").exits(ExitCode.OK).prints("sum_of_numbers");
    sites.carryUp();
    sites.high("fsck").exits(ExitCode.OK);
    sites.low("fsck").exits(ExitCode.OK);
  }

  @Test
  void withoutTheName_nothingIsDone() {
    sites.low("site", "new-identity").exits(ExitCode.CANCELLED).reports("--yes");
    assertThat(folder.resolve("low/peers/high-lab/pairing.json")).exists();
    sites.high("site", "new-identity", "--yes").exits(ExitCode.KEY).reports("Nothing was changed");
    assertThat(folder.resolve("high/peers/low-lab/pairing.json")).exists();
  }

  private Path exportOfTheCopy() throws Exception {
    Path other = Files.createDirectory(folder.resolve("elsewhere"));
    TwoSites elsewhere = sites.copiedTo(other);
    elsewhere.submit("of_the_copy");
    Path stick = Files.createDirectory(folder.resolve("of-the-copy"));
    elsewhere.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    assertThat(copy.differences(folder.resolve("low"))).isEmpty();
    return stick;
  }

  private void pairAnew() throws Exception {
    Path card = next("low.card");
    sites.low("key", "export", card.toString()).exits(ExitCode.OK);
    sites.high("peer", "remove", "low-lab").exits(ExitCode.OK);
    sites.high("peer", "add", card.toString(), "--suite", "x25519").exits(ExitCode.OK);
    Path atHigh = folder.resolve("high/peers/low-lab/pairing.json");
    String words = Ceremony.words(atHigh);
    sites.high("peer", "confirm", "low-lab", "--words", words).exits(ExitCode.OK);
    sites.low("peer", "add", atHigh.toString()).exits(ExitCode.OK);
    sites.low("peer", "confirm", "high-lab", "--words", words).exits(ExitCode.OK);
    Path atLow = folder.resolve("low/peers/high-lab/pairing.json");
    sites.high("peer", "add", atLow.toString()).exits(ExitCode.OK);
  }

  private Path next(String name) throws IOException {
    files++;
    return Files.createDirectory(folder.resolve("carried-" + files)).resolve(name);
  }
}
