package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Ceremony;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.ObjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are replaced on one side, the pairing crosses, and everything goes on. */
class KeyRotationTest {
  @TempDir Path folder;

  private TwoSites sites;
  private Ceremony ceremony;

  @BeforeEach
  void pair() throws Exception {
    sites = TwoSites.paired(folder);
    ceremony = new Ceremony(sites, folder);
  }

  @Test
  void rotationOnTheLowSide_crossesAndEverythingGoesOn() throws Exception {
    Path before = stick("before");
    sites.low("export", "--out", before.toString()).exits(ExitCode.OK);
    sites.low("key", "rotate").exits(ExitCode.OK).prints("proposed.json", "peer confirm");
    sites.submit("meanwhile");
    Path meanwhile = stick("meanwhile");
    sites.low("export", "--out", meanwhile.toString()).exits(ExitCode.OK);
    ceremony.confirmAtHigh();
    sites.high("import", before.toString()).exits(ExitCode.OK);
    sites.high("import", meanwhile.toString()).exits(ExitCode.OK);

    Path down = stick("down");
    sites.high("export", "--out", down.toString()).exits(ExitCode.OK);
    sites.low("import", down.toString()).exits(ExitCode.WRONG_RECIPIENT);
    ceremony.finishAtLow();
    sites.low("import", down.toString()).exits(ExitCode.OK);

    sites.submit("after");
    sites.carryUp();
    sites.low("peer", "show", "high-lab").exits(ExitCode.OK).prints("version", "2");
    assertThat(folder.resolve("low/keys/former/0001/signing.key")).doesNotExist();
    assertThat(folder.resolve("low/keys/former/0001/identity-x25519.txt")).exists();
  }

  @Test
  void bundlesOfTheOldKey_afterTheLastNumber_areRefusedByName() throws Exception {
    Path counted = stick("counted");
    sites.low("export", "--out", counted.toString()).exits(ExitCode.OK);
    sites.low("key", "rotate", "--overlap", "0").exits(ExitCode.OK);
    sites.submit("late");
    Path late = stick("late");
    sites.low("export", "--out", late.toString()).exits(ExitCode.OK);
    ceremony.confirmAtHigh();
    sites
        .high("import", late.toString())
        .exits(ExitCode.SIGNATURE_INVALID)
        .reports("PAIRING_SUPERSEDED", "after bundle 1", "Nothing was changed");
    sites.high("import", counted.toString()).exits(ExitCode.OK);
    ceremony.finishAtLow();
    sites.carryUp();
    sites.high("batch", "list", "--incoming").exits(ExitCode.OK).prints("late");
  }

  @Test
  void bundleForTheOldIdentity_isOpenedAfterTheRotation() throws Exception {
    sites.carryUp();
    Path down = stick("down");
    sites.high("export", "--out", down.toString()).exits(ExitCode.OK);
    sites.low("key", "rotate", "--only", "encryption").exits(ExitCode.OK);
    ceremony.confirmAtHigh();
    ceremony.finishAtLow();
    sites.low("import", down.toString()).exits(ExitCode.OK);
  }

  @Test
  void rotationOnTheHighSide_keepsDecisionsThatTheOldKeySigned() throws Exception {
    ObjectId request = sites.submit("sums");
    sites.carryUp();
    sites.high("approve", "--all-undecided", "--reason", "fine").exits(ExitCode.OK);
    sites.high("key", "rotate", "--only", "signing").exits(ExitCode.OK);
    ceremony.confirmAtLowAndFinish();
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("created");
    sites.high("request", "show", TwoSites.typed(request)).exits(ExitCode.OK);
  }

  @Test
  void proposalThatTheOldKeyDidNotSign_isRefused() throws Exception {
    sites.low("key", "rotate").exits(ExitCode.OK);
    String forged =
        Files.readString(ceremony.proposedAtLow())
            .replaceFirst("\\{\"former\":\\{\"low\":\"[^\"]*\"},", "{");
    Path file = Files.writeString(folder.resolve("forged.json"), forged);
    sites
        .high("peer", "add", file.toString())
        .exits(ExitCode.SIGNATURE_INVALID)
        .reports("its former one has not signed");
    assertThat(ceremony.proposedAtHigh()).doesNotExist();
  }

  @Test
  void secondRotation_waitsForTheFirst_andAThirdPairingFollowsTheSecond() throws Exception {
    sites.low("key", "rotate").exits(ExitCode.OK);
    sites.low("key", "rotate").exits(ExitCode.USAGE).reports("finish it first");
    ceremony.confirmAtHigh();
    ceremony.finishAtLow();
    sites.high("key", "rotate").exits(ExitCode.OK);
    ceremony.confirmAtLowAndFinish();
    sites.submit("third");
    sites.carryUp();
    sites.high("peer", "show", "low-lab").exits(ExitCode.OK).prints("version", "3");
  }

  @Test
  void bothSidesAtOnce_theLowSidesProposalGoesFirst() throws Exception {
    sites.high("key", "rotate").exits(ExitCode.OK);
    sites.low("key", "rotate").exits(ExitCode.OK);
    sites
        .low("peer", "add", ceremony.proposedAtHigh().toString())
        .exits(ExitCode.USAGE)
        .reports("goes first");
    ceremony.confirmAtHigh();
    ceremony.finishAtLow();
    sites.high("key", "rotate").exits(ExitCode.OK);
    ceremony.confirmAtLowAndFinish();
    sites.submit("after");
    sites.carryUp();
  }

  private Path stick(String name) throws IOException {
    return Files.createDirectories(folder.resolve("stick-" + name));
  }
}
