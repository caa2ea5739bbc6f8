package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real headless Chromium with a fresh profile; needs the programs chromium and chromedriver. */
final class ReviewBrowser implements AutoCloseable {
  /** Whether pages may run scripts. */
  enum Scripts {
    ON,
    OFF
  }

  private static final int MOST_TABS = 60;
  private static final int TRIES = 50;
  private static final long PAUSE_MILLIS = 100;
  private static final List<Integer> WIDTHS = List.of(1280, 400);

  private final Scripts scripts;
  private final ChromeDriver driver;
  private final Path pictures;

  ReviewBrowser(Scripts scripts, Path profile) throws IOException {
    this.scripts = scripts;
    this.pictures = Files.createDirectories(Path.of("target", "pictures"));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium").toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--user-data-dir=" + profile);
    if (scripts == Scripts.OFF) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().window().setSize(new Dimension(WIDTHS.get(0), 900));
  }

  private static Path program(String name) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(
        () -> new AssertionError(name + " is missing; Debian: apt-get install chromium-driver"));
  }

  void open(String address) {
    driver.get(address);
  }

  ChromeDriver driver() {
    return driver;
  }

  String heading() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  /** Waits until the page says all of {@code words}. */
  void shows(String... words) throws InterruptedException {
    String text = "";
    for (int i = 0; i < TRIES; i++) {
      text = text();
      if (Stream.of(words).allMatch(text::contains)) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    assertThat(text).contains(words);
  }

  /** What the page says; nothing while the next one is loading. */
  String text() {
    try {
      return driver.findElement(By.tagName("main")).getText();
    } catch (StaleElementReferenceException | NoSuchElementException e) {
      return "";
    }
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Where the links lead that {@code selector} names. */
  List<String> addresses(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .map(link -> link.getDomProperty("href"))
        .toList();
  }

  /** Types into whatever has the focus. */
  void press(CharSequence keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Moves the focus on until it stands on what {@code selector} names. */
  void tabTo(String selector) {
    WebElement wanted = find(selector);
    for (int i = 0; i < MOST_TABS; i++) {
      if (driver.switchTo().activeElement().equals(wanted)) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("TAB never reaches " + selector);
  }

  void link(String words) {
    driver.findElement(By.partialLinkText(words)).click();
  }

  /** Keeps what a screen looks like, wide and narrow. */
  void picture(String name) throws IOException {
    for (int width : WIDTHS) {
      resize(width, 900);
      int height =
          ((Number) driver.executeScript("return document.documentElement.scrollHeight"))
              .intValue();
      resize(width, Math.min(4000, Math.max(900, height)));
      byte[] png = driver.getScreenshotAs(OutputType.BYTES);
      Files.write(pictures.resolve(name + "-" + width + ".png"), png);
    }
    resize(WIDTHS.get(0), 900);
  }

  /** Sets the width of the page itself; a window of Chromium is never narrower than 500 pixels. */
  private void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Keeps what a screen looks like and refuses it if axe finds anything, wide or narrow. */
  void look(String name) throws IOException {
    if (scripts == Scripts.OFF) {
      return;
    }
    picture(name);
    for (int width : WIDTHS) {
      resize(width, 900);
      Axe.assertClean(driver, heading() + " at " + width);
    }
    resize(WIDTHS.get(0), 900);
  }

  /** Refuses a page on which a script of somebody else ran, or that asked another server. */
  void assertQuiet() {
    assertThat(driver.executeScript("return window.pwned === undefined")).isEqualTo(true);
    Object foreign =
        driver.executeScript(
            "return performance.getEntriesByType('resource').map(entry => entry.name)"
                + ".filter(name => !name.startsWith(location.origin + '/'))");
    assertThat((List<?>) foreign).as("what " + heading() + " asked of others").isEmpty();
  }

  /** What the browser complained about, such as a blocked script; forms to be mended aside. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> !message.contains("the server responded with a status of 422"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
