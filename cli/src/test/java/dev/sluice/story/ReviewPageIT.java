package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.PageProcess;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.ObjectId;
import dev.sluice.story.ReviewBrowser.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The guide's story through the review page, in a real browser. */
@Tag("stock")
class ReviewPageIT {
  private static final String TOTALS = "region,total\nNorth,34\nSouth,9210\n";
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void sumIsReleased_andTheCopyIsIgnored(Scripts scripts) throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    ObjectId sum = sites.submit("sum_of_numbers");
    ObjectId steal =
        sites.submit(
            "steal", "\u202ESums", "def steal(data):\n    # \u202Eonly sums\n    return data\n");
    sites.carryUp();
    try (var page = PageProcess.of(folder.resolve("high"));
        var browser = new ReviewBrowser(scripts, folder.resolve("profile"))) {
      browser.open(page.address());
      browser.shows("Incoming");
      browser.look("1-incoming");
      applyWhatCameIn(browser, sum, steal);
      runOnHigh(sites);
      shareTheResult(browser);
      history(browser);
      assertThat(browser.complaints()).isEmpty();
      browser.open(page.origin() + "/summary");
      browser.find("form[action='/finish'] button").click();
      browser.shows("finished");
      browser.look("14-finished");
      assertThat(page.exit()).isZero();
    }
    sites.carryDown(1);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    assertThat(sites.low("request", "list").out()).contains("approved");
    assertThat(sites.low("result", "show", "sum_of_numbers", "--for", TwoSites.CURIE).out())
        .contains("South,9210");
  }

  private static void applyWhatCameIn(ReviewBrowser browser, ObjectId sum, ObjectId steal)
      throws Exception {
    browser.find("input[name=search]").sendKeys("only sums", Keys.ENTER);
    browser.shows("steal");
    assertThat(browser.text()).doesNotContain("sum_of_numbers");
    browser.link("steal");
    browser.shows("[U+202E]", "return data");
    browser.look("2-hostile");
    decide(browser, "ignore", "returns its input");
    browser.shows("Your review was recorded");
    browser.open(path(browser, "in", sum));
    browser.look("3-batch");
    browser.link("Side by side");
    browser.shows("Unified");
    browser.look("4-side-by-side");
    decide(browser, "reject", "");
    browser.shows("Give a reason");
    browser.look("5-mend");
    decide(browser, "approve", "a sum only");
    browser.shows("Your review was recorded");
    browser.open(path(browser, "in", steal));
    browser.shows("ignored");
    browser.link("Summary");
    browser.shows("sum_of_numbers", "approved by");
    browser.look("6-summary");
    browser.find("#checked").click();
    browser.find("form.apply button").click();
    browser.shows("Applied");
    browser.look("7-done");
  }

  private static String path(ReviewBrowser browser, String way, ObjectId root) {
    String origin = browser.driver().getCurrentUrl().replaceFirst("(://[^/]*)/.*", "$1");
    return origin + "/batch/" + way + "/low-lab/" + root;
  }

  private static void decide(ReviewBrowser browser, String verdict, String reason) {
    browser.find("input[value=" + verdict + "]").click();
    WebElement field = browser.find("#reason");
    field.clear();
    field.sendKeys(reason);
    browser.find(".ruling button").click();
  }

  private void runOnHigh(TwoSites sites) throws Exception {
    Path totals = Files.writeString(folder.resolve("totals.csv"), TOTALS);
    Path log =
        Files.writeString(folder.resolve("log.txt"), "adding \u001b[31m3\u001b[0m numbers\n");
    String[] words = {"--value", totals.toString(), "--log", log.toString()};
    sites
        .high("job", "deposit", "sum_of_numbers", words[0], words[1], words[2], words[3])
        .exits(ExitCode.OK);
  }

  private static void shareTheResult(ReviewBrowser browser) throws Exception {
    browser.link("Outgoing");
    browser.shows("sum_of_numbers");
    browser.look("8-outgoing");
    browser.find("a.batch[href*='/jb-']").click();
    browser.shows("This batch holds private data");
    browser.link("Look at it and share it");
    browser.shows("Private data of");
    browser.look("9-private");
    browser.find("section:has(.status) input[name=item][value^='rs-']").click();
    browser.find("#reason").sendKeys("a sum only");
    browser.find("#count").sendKeys("2", Keys.ENTER);
    browser.shows("how many private items");
    browser.find("#count").sendKeys("1", Keys.ENTER);
    browser.shows("It leaves with the next export");
    browser.look("10-shared");
  }

  private static void history(ReviewBrowser browser) throws Exception {
    for (String screen : new String[] {"History", "Audit", "Keys"}) {
      browser.link(screen);
      browser.shows(screen);
      browser.look("11-" + screen.toLowerCase(Locale.ROOT));
    }
  }
}
