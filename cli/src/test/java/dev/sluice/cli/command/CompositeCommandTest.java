package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Pairs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositeCommandTest {
  private static final String SECOND = "SHA256SUMS.export-pq.sig";

  @TempDir Path folder;

  private static Path second(Path stick) throws Exception {
    try (Stream<Path> files = Files.walk(stick)) {
      return files.filter(file -> file.endsWith(SECOND)).findFirst().orElseThrow();
    }
  }

  @Test
  void demandedSecondSignature_isWritten_checked_andMissedWhenStripped() throws Exception {
    var sites = new Pairs(folder, "").site("low", "--composite").site("high", "--composite");
    sites.pair("--demand", "composite");
    sites.on("low", "peer", "show", "high-lab").prints("demands", "composite");
    Path stick = sites.export();
    byte[] signature = Files.readAllBytes(second(stick));
    Path file = second(stick);
    Files.delete(file);
    sites
        .on("high", "import", stick.toString())
        .exits(ExitCode.SIGNATURE_INVALID)
        .reports("SIGNATURE_MISSING", SECOND, "Nothing was changed");
    Files.write(file, signature);
    sites.on("high", "import", stick.toString()).exits(ExitCode.OK);
  }

  @Test
  void rotation_keepsTheDemandAndMakesANewCompositeKey() throws Exception {
    var sites = new Pairs(folder, "").site("low", "--composite").site("high", "--composite");
    sites.pair("--demand", "composite");
    String before = Files.readString(folder.resolve("low/keys/card.json"));
    sites.on("low", "key", "rotate").exits(ExitCode.OK);
    String after = Files.readString(folder.resolve("low/keys/card.json"));
    assertThat(after).contains("\"composite\":\"ssh-mldsa44-ed25519 ").isNotEqualTo(before);
    assertThat(Files.readString(folder.resolve("low/peers/high-lab/proposed.json")))
        .contains("\"demands\":[\"composite\"]");
    sites.export();
  }

  @Test
  void withoutACompositeKeyOnBothCards_theDemandIsRefused() {
    var sites = new Pairs(folder, "").site("low", "--composite").site("high");
    sites
        .merge("--demand", "composite")
        .exits(ExitCode.USAGE)
        .reports("a key on both cards", "key generate --composite");
    sites.merge("--demand", "quantum").exits(ExitCode.USAGE).reports("no such demand");
  }

  @Test
  void keyThatShouldBeInAnAgent_withoutAnAgent_isNotMade() {
    var sites = new Pairs(folder, "");
    sites.on("low", "init", "--side", "low", "--name", "low-lab").exits(ExitCode.OK);
    sites
        .on("low", "key", "generate", "--no-passphrase", "--agent-key", "SHA256:x")
        .exits(ExitCode.KEY)
        .reports("UNREACHABLE", "SSH_AUTH_SOCK");
    assertThat(folder.resolve("low/keys/card.json")).doesNotExist();
  }
}
