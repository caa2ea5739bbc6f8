package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Ceremony;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingExpiryTest {
  /** Two years after the day that the test sites are made on. */
  private static final LocalDate LAST = LocalDate.of(2028, 11, 24);

  @TempDir Path folder;

  private TwoSites sites;
  private Path stick;

  @BeforeEach
  void pair() throws Exception {
    sites = TwoSites.withoutDataset(folder);
    stick = Files.createDirectory(folder.resolve("stick"));
  }

  private void export() {
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
  }

  @Test
  void longBeforeTheLastDay_nobodyIsWarned() {
    sites.onDay(LAST.minusDays(46));
    sites.low("status").exits(ExitCode.OK).neverSays("expires on");
  }

  @Test
  void inTheLastWeeks_everybodyIsWarned() {
    sites.onDay(LAST.minusDays(45));
    String warning = "expires on 2028-11-24, in 45 days; renew it with sluice key rotate";
    sites.low("status").exits(ExitCode.OK).reports(warning);
    sites.low("peer", "show", "high-lab").exits(ExitCode.OK).reports(warning);
    sites.low("peer", "list").exits(ExitCode.OK).reports(warning);
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK).reports(warning);
    sites.high("import", stick.toString()).exits(ExitCode.OK).reports(warning);
    sites.low("status", "--json").exits(ExitCode.OK).prints("in 45 days");
  }

  @Test
  void onTheLastDay_bundlesStillCross_andOnTheNextNoneIsSealed() {
    sites.onDay(LAST);
    export();
    sites.onDay(LAST.plusDays(1));
    sites
        .low("export", "--out", stick.toString())
        .exits(ExitCode.KEY)
        .reports("expired on 2028-11-24", "Nothing was changed", "sluice key rotate");
    sites.high("import", stick.toString()).exits(ExitCode.OK).reports("expired on 2028-11-24");
  }

  @Test
  void bundleSealedInTime_isTakenInForThirtyDaysMore_andThenRefused() {
    sites.onDay(LAST);
    export();
    sites.onDay(LAST.plusDays(31));
    sites
        .high("import", stick.toString())
        .exits(ExitCode.KEY)
        .reports("PAIRING_EXPIRED", "expired on 2028-11-24", "Nothing was changed");
    sites.onDay(LAST.plusDays(30));
    sites.high("import", stick.toString()).exits(ExitCode.OK);
  }

  @Test
  void expiredPairing_isRenewedByARotation() throws Exception {
    sites.onDay(LAST.plusYears(1));
    sites.low("key", "rotate").exits(ExitCode.OK);
    var ceremony = new Ceremony(sites, folder);
    ceremony.confirmAtHigh();
    ceremony.finishAtLow();
    sites.carryUp();
    sites.low("peer", "show", "high-lab").prints("2031-11-24");
  }
}
