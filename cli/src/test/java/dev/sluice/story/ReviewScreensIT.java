package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.PageProcess;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.story.ReviewBrowser.Scripts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screens that the story doesn't pass, with markup in every place where other people write. */
@Tag("stock")
class ReviewScreensIT {
  private static final String ATTACK =
      "<script>window.pwned=1</script><img src='http://127.0.0.1:9/x' onerror='window.pwned=1'>";

  @TempDir Path folder;

  @Test
  void hostileContent_runsNothingAndLeavesTheMachineAlone() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites.submit("sum_of_numbers", ATTACK, "# " + ATTACK + "\n");
    sites.carryUp();
    sites.high("approve", "--all-undecided", "--reason", ATTACK).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    deposit(
        sites,
        file("first.csv", "region,total\nNorth,34\nSouth,9210\n"),
        file("first.log", "34\n"));
    sites
        .high("share", "jb-", "--result", "--reason", ATTACK, "--confirm-private", "1")
        .exits(ExitCode.OK);
    sites.high("approve", "--all-undecided", "--outgoing");
    sites.carryDown(1);
    deposit(sites, file("next.csv", "region,total\nNorth,35\nSouth," + ATTACK + "\n"), archive());
    deposit(sites, file("page.html", "<!DOCTYPE html>" + ATTACK + "\n"), picture());
    deposit(sites, notebook(), file("log.txt", "\u001b]0;x\u0007\u202e" + ATTACK + "\n"));
    sites.submit("later", ATTACK, "\u00e9t\u00e9 = '" + "x".repeat(3000) + "'\n");
    sites.carryUp();
    try (var served = PageProcess.of(folder.resolve("high"));
        var browser = new ReviewBrowser(Scripts.ON, folder.resolve("profile"))) {
      browser.open(served.address());
      browser.shows("Incoming");
      privateScreens(browser, served.origin());
      otherScreens(browser, served.origin());
      assertThat(browser.complaints()).isEmpty();
      browser.open(served.origin() + "/nowhere");
      browser.look("20-error");
    }
  }

  private static void privateScreens(ReviewBrowser browser, String origin) throws Exception {
    browser.open(origin + "/outgoing");
    int number = 0;
    for (String batch : browser.addresses("a.batch[href*='/jb-']")) {
      String page = batch.replaceFirst("[?].*", "") + "/private";
      for (String how : new String[] {"?as=text", "?as=hex", ""}) {
        browser.open(page + how);
        browser.assertQuiet();
      }
      browser.look("12-hostile-private-" + ++number);
      for (String earlier : browser.addresses("a[href*='/earlier']")) {
        browser.open(earlier);
        browser.assertQuiet();
        browser.look("13-released-before-" + number);
      }
    }
    assertThat(number).isEqualTo(3);
  }

  private static void otherScreens(ReviewBrowser browser, String origin) throws Exception {
    browser.open(origin + "/incoming");
    browser.find("a.batch[href*='/rq-']").click();
    browser.shows("Your review");
    browser.look("15-findings");
    browser.open(browser.addresses("a[href*='/part?']").get(0));
    browser.assertQuiet();
    browser.look("16-all-of-it");
    for (String screen : new String[] {"outgoing", "audit", "summary", "history"}) {
      browser.open(origin + "/" + screen);
      browser.assertQuiet();
      browser.look("17-" + screen);
    }
    String report = browser.addresses("a[href*='/report/']").get(0);
    for (String reader : new String[] {"site", "peer"}) {
      browser.open(report + "?for=" + reader);
      browser.assertQuiet();
      browser.look("18-report-" + reader);
    }
    browser.open(report + "?as=label");
    browser.picture("19-label");
  }

  private void deposit(TwoSites sites, Path value, Path log) {
    sites
        .high(
            "job",
            "deposit",
            "sum_of_numbers",
            "--value",
            value.toString(),
            "--log",
            log.toString())
        .exits(ExitCode.OK);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path notebook() throws IOException {
    return file(
        "notebook.ipynb",
        "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"# Sums "
            + ATTACK
            + "\"},{\"cell_type\":\"code\",\"source\":[\"sum(data)\\n\"],\"outputs\":"
            + "[{\"output_type\":\"stream\",\"text\":\"34\\n\"}]}]}");
  }

  private Path archive() throws IOException {
    Path file = folder.resolve("files.zip");
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"totals.csv", "../" + ATTACK}) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }
    return file;
  }

  private Path picture() throws IOException {
    Path file = folder.resolve("picture.png");
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    return file;
  }
}
