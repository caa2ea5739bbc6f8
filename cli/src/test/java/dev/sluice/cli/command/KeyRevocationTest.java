package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Ceremony;
import dev.sluice.cli.testing.TwoSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The low side was copied, keys and all; the thief writes bundles of his own. */
class KeyRevocationTest {
  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void pair() throws Exception {
    sites = TwoSites.paired(folder);
    sites.submit("honest");
    sites.carryUp();
  }

  @Test
  void bundlesAfterTheRevocation_areRefusedByName_andThoseBeforeStayValid() throws Exception {
    sites.submit("underway");
    Path before = export("before");
    sites.submit("late");
    Path after = export("after");
    sites
        .high("peer", "revoke", "low-lab", "--after", "2")
        .exits(ExitCode.OK)
        .prints("last bundle that counts  2");
    sites
        .high("import", after.toString())
        .exits(ExitCode.SIGNATURE_INVALID)
        .reports("KEY_REVOKED", "after bundle 2", "Nothing was changed");
    sites.high("import", before.toString()).exits(ExitCode.OK);
    sites.high("peer", "show", "low-lab").exits(ExitCode.OK).prints("revoked", "after bundle 2");
  }

  @Test
  void withoutANumber_nothingCountsThatWasNotTakenInBefore() throws Exception {
    sites.submit("late");
    Path stolen = export("stolen");
    sites.high("peer", "revoke", "low-lab").exits(ExitCode.OK).prints("counts  1");
    sites
        .high("import", stolen.toString())
        .exits(ExitCode.SIGNATURE_INVALID)
        .reports("KEY_REVOKED");
    sites.high("audit", "log").prints("key-revoked");
  }

  @Test
  void laterRevocationWithAHigherNumber_givesNothingBack() throws Exception {
    sites.submit("late");
    Path late = export("late");
    sites.high("peer", "revoke", "low-lab", "--after", "1").exits(ExitCode.OK);
    sites.high("peer", "revoke", "low-lab", "--after", "9").exits(ExitCode.OK);
    sites.high("import", late.toString()).exits(ExitCode.SIGNATURE_INVALID);
  }

  @Test
  void thiefWhoUsesAnOldNumber_bringsNothingNewIn() throws Exception {
    sites.submit("second");
    sites.carryUp();
    sites.submit("stolen");
    lowerTheNumber();
    Path stolen = export("stolen");
    sites.high("peer", "revoke", "low-lab").exits(ExitCode.OK);
    sites
        .high("import", stolen.toString())
        .exits(ExitCode.HISTORY)
        .reports("a number that is not above the last one taken in");
  }

  @Test
  void afterTheRevocation_aRotationBringsTheSideBack() throws Exception {
    var ceremony = new Ceremony(sites, folder);
    sites.high("peer", "revoke", "low-lab").exits(ExitCode.OK);
    sites.low("key", "rotate", "--overlap", "0").exits(ExitCode.OK);
    ceremony.confirmAtHigh();
    ceremony.finishAtLow();
    sites.submit("again");
    sites.carryUp();
    sites.high("batch", "list", "--incoming").prints("again");
  }

  @Test
  void guard_needsTheKeyAndTheNumber_andRefusesAfterIt() throws Exception {
    sites.submit("late");
    Path late = export("late");
    String pairing = folder.resolve("low/peers/high-lab/pairing.json").toString();
    sites.guard("init", "--side", "guard", "--name", "gate").exits(ExitCode.OK);
    sites.guard("peer", "add", pairing).exits(ExitCode.OK);
    sites.guard("verify", late.toString()).exits(ExitCode.OK);
    String refusal =
        sites
            .guard("peer", "revoke", "low-lab+high-lab", "--after", "1")
            .exits(ExitCode.USAGE)
            .err();
    String key = refusal.lines().filter(line -> line.contains("--key S")).findFirst().orElseThrow();
    String fingerprint = key.substring(key.indexOf("SHA256:"));
    sites.guard("peer", "revoke", "low-lab+high-lab", "--key", fingerprint).exits(ExitCode.USAGE);
    sites
        .guard("peer", "revoke", "low-lab+high-lab", "--key", fingerprint, "--after", "1")
        .exits(ExitCode.OK);
    sites.guard("verify", late.toString()).exits(ExitCode.SIGNATURE_INVALID).reports("KEY_REVOKED");
  }

  private Path export(String name) throws IOException {
    Path stick = Files.createDirectories(folder.resolve("stick-" + name));
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    return stick;
  }

  /** What only somebody with the side's files in his hands can do. */
  private void lowerTheNumber() throws Exception {
    Path store = folder.resolve("low/store");
    List<Path> databases;
    try (Stream<Path> files = Files.list(store)) {
      databases = files.filter(file -> file.toString().endsWith(".db")).toList();
    }
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + databases.get(0));
        Statement statement = database.createStatement()) {
      statement.executeUpdate("UPDATE peer SET next_bundle = 2");
    }
  }
}
