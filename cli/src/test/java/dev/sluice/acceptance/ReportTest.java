package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.datasite.Projects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is printed about a bundle. */
class ReportTest extends TwoSitesTest {
  private static final String BUNDLE = "bn-000001";
  private static final String WHY = "a sum of many";

  private Job job;

  @BeforeEach
  void resultHasLeft() throws Exception {
    job = deposited(live("sum"), "8128.5");
    String result = typed(item(job, What.RESULT));
    sites.high("share", result, "--reason", WHY, "--confirm-private", "1").exits(ExitCode.OK);
    bringDown(1);
  }

  @Test
  void siteReadsWhoSharedWhatAndWhy_andWhereTheAuditLogStood() {
    sites
        .high("report", BUNDLE, "--outgoing")
        .exits(ExitCode.OK)
        .prints(
            "For the files of high-lab only",
            "Private items among them: <strong>1</strong>",
            "result value",
            "6 bytes",
            "shared by ana",
            WHY,
            "Private items that stayed: 1",
            "audit log",
            "read-back")
        .neverSays("8128.5", "<script");
  }

  @Test
  void peerReadsWhatTheBundleTells_andNothingOfWhoDecided() {
    for (String form : new String[] {"--quiet", "--json"}) {
      sites
          .high("report", BUNDLE, "--outgoing", "--for", "peer", form)
          .exits(ExitCode.OK)
          .prints("sum", "value")
          .neverSays("8128.5", WHY, "by ana", "\"by\"", "approve", "stayed", "withheld", "audit");
    }
  }

  @Test
  void recipientReportsOnTheSameBundle_withoutTheSendersReasons() {
    sites
        .low("report", BUNDLE, "--incoming")
        .exits(ExitCode.OK)
        .prints("For the files of low-lab only", "result value", "imported")
        .neverSays(WHY);
  }

  @Test
  void label_tellsRouteNumberAndWords_andNothingOfTheContent() {
    sites
        .high("report", BUNDLE, "--outgoing", "--format", "label")
        .exits(ExitCode.OK)
        .prints("width=\"100mm\"", "high-lab → low-lab", BUNDLE)
        .neverSays("request", CURIE, WHY);
  }

  @Test
  void reportAndItsJson_areNewFilesForTheirOwnerOnly() throws Exception {
    Path html = folder.resolve("report.html");
    String[] words = {"report", BUNDLE, "--outgoing", "--out", html.toString()};
    sites.high(words).exits(ExitCode.OK).prints("report.html", "report.json");
    Json json =
        CanonicalJson.parseObject(
            Files.readAllBytes(folder.resolve("report.json")), JsonLimits.CONTENTS);
    assertThat(CanonicalJson.text(json)).contains("\"private_items\":1", WHY);
    assertThat(Files.getPosixFilePermissions(html))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    sites.high(words).exits(ExitCode.USAGE).reports("is there already");
  }

  @Test
  void numberThatBothDirectionsHave_isAskedBack() {
    sites
        .high("report", BUNDLE)
        .exits(ExitCode.USAGE)
        .reports("means more than one bundle", "--incoming or --outgoing");
    sites.high("report", "bn-000099").exits(ExitCode.USAGE).reports("knows of no bundle");
  }

  @Test
  void hostileTitle_isTextInReportAndTree() throws Exception {
    sites.submit("steal", "Sums", "def steal(data):\n    return data\n");
    sites.onLow(site -> new Projects(site).create("<script>\u202E&", "Sums", CURIE));
    sites.carryUp();
    sites
        .high("report", "bn-000002", "--incoming")
        .exits(ExitCode.OK)
        .prints("&lt;script&gt;", ">[U+202E]</mark>", "undecided")
        .neverSays("<script", "\u202E");
    sites
        .high("batch", "tree", "--format", "svg")
        .exits(ExitCode.OK)
        .prints("<svg", "&lt;script&gt;[U+202E]&amp;", "steal")
        .neverSays("<script", "\u202E");
  }
}
