package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.TwoSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPassphraseTest {
  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void pair() throws Exception {
    sites = TwoSites.paired(folder);
  }

  @Test
  void newPassphraseOpens_theOldOneDoesNot_andAKilledRunIsFinishedByTheSameCommand()
      throws Exception {
    Path old = passphrase("old");
    Path next = passphrase("next");
    change(old, "--new-passphrase-file", old).exits(ExitCode.OK).prints("a passphrase");
    String before = sites.low("key", "show").out();
    change(passphrase("wrong"), "--new-passphrase-file", next)
        .exits(ExitCode.KEY)
        .reports("wrong passphrase", "Nothing was changed.");
    Path identity = folder.resolve("low/keys/identity-x25519.txt.age");
    byte[] untouched = Files.readAllBytes(identity);
    change(old, "--new-passphrase-file", next).exits(ExitCode.OK);
    Files.write(identity, untouched);
    change(old, "--new-passphrase-file", next).exits(ExitCode.OK);
    assertThat(Files.readAllBytes(identity)).isNotEqualTo(untouched);
    assertThat(sites.low("key", "show").out()).isEqualTo(before);
    Path stick = Files.createDirectory(folder.resolve("stick"));
    export(old, stick).exits(ExitCode.KEY).reports("wrong passphrase");
    export(next, stick).exits(ExitCode.OK);
    sites.high("import", stick.toString()).exits(ExitCode.OK);
  }

  @Test
  void formerKeysAreProtectedToo() throws Exception {
    sites.low("key", "rotate").exits(ExitCode.OK);
    Path next = passphrase("next");
    change(next, "--new-passphrase-file", next).exits(ExitCode.OK);
    try (Stream<Path> files = Files.walk(folder.resolve("low/keys"))) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(file -> file.getFileName().toString())
          .allMatch(name -> name.equals("card.json") || name.endsWith(".age"))
          .hasSize(8);
    }
  }

  @Test
  void withoutAnyoneToAsk_theOptionIsNamed() {
    sites
        .low("key", "change-passphrase")
        .exits(ExitCode.KEY)
        .reports("--new-passphrase-file FILE", "Nothing was changed.");
  }

  private Outcome change(Path from, String option, Path to) {
    return sites.low(
        "--passphrase-file", "" + from, "key", "change-passphrase", option, to.toString());
  }

  private Outcome export(Path passphrase, Path stick) {
    return sites.low(
        "--passphrase-file", passphrase.toString(), "export", "--out", stick.toString());
  }

  private Path passphrase(String text) throws IOException {
    Path file = Files.writeString(folder.resolve(text + ".txt"), text + " passphrase\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
