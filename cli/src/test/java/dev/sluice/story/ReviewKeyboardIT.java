package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.PageProcess;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.state.ObjectId;
import dev.sluice.story.ReviewBrowser.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Tab, space, enter and the page's own keys; nothing is clicked. */
@Tag("stock")
class ReviewKeyboardIT {
  @TempDir Path folder;

  @Test
  void keyboardAlone_decidesAndApplies() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    ObjectId sum = sites.submit("sum_of_numbers");
    sites.carryUp();
    try (var page = PageProcess.of(folder.resolve("high"));
        var browser = browser()) {
      browser.open(page.address());
      browser.shows("Incoming");
      browser.press("/");
      browser.press("sum_of");
      browser.press(Keys.ENTER);
      browser.shows("Show the default list");
      browser.tabTo("a.batch");
      browser.press(Keys.ENTER);
      browser.shows("return sum(data)");
      browser.press("d");
      browser.shows("Unified");
      browser.press("a");
      browser.press(Keys.SPACE);
      browser.press(Keys.TAB);
      browser.press("a sum");
      assertThat(sites.high("batch", "show", sum.text()).out()).contains("undecided");
      browser.press(Keys.ENTER);
      browser.shows("Your review was recorded");
      browser.press("g");
      browser.shows("approved by");
      browser.tabTo("#checked");
      browser.press(Keys.SPACE);
      browser.tabTo("form.apply button");
      browser.press(Keys.ENTER);
      browser.shows("Applied");
    }
    assertThat(sites.high("request", "list").out()).contains("sum_of_numbers");
  }

  @Test
  void keyboardAlone_sharesTheResult() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    Path value = Files.writeString(folder.resolve("value.json"), "8128");
    sites.high("job", "deposit", "sum_of_numbers", "--value", value.toString()).exits(ExitCode.OK);
    try (var page = PageProcess.of(folder.resolve("high"));
        var browser = browser()) {
      browser.open(page.address());
      browser.shows("Incoming");
      follow(browser, "header a[href='/outgoing']", "sum_of_numbers");
      follow(browser, "a.batch[href*='/jb-']", "This batch holds private data");
      follow(browser, "a[href$='/private']", "Private data of", "8128");
      browser.tabTo("input[name=item][value^='rs-']");
      browser.press(Keys.SPACE);
      browser.tabTo("#reason");
      browser.press("a sum only");
      browser.press(Keys.TAB);
      browser.press("1");
      assertThat(sites.high("export", "--dry-run").out()).doesNotContain("PRIVATE");
      browser.press(Keys.ENTER);
      browser.shows("It leaves with the next export");
    }
    assertThat(sites.high("export", "--dry-run").out()).contains("PRIVATE");
  }

  private static void follow(ReviewBrowser browser, String link, String... words)
      throws InterruptedException {
    browser.tabTo(link);
    browser.press(Keys.ENTER);
    browser.shows(words);
  }

  private ReviewBrowser browser() throws Exception {
    return new ReviewBrowser(Scripts.ON, folder.resolve("profile"));
  }
}
