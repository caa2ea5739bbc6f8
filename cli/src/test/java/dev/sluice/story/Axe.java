package dev.sluice.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** The accessibility checker axe-core, as published. */
final class Axe {
  private static final String RUN =
      "const done = arguments[0];"
          + "axe.run(document).then(r => done(r.violations.map(v => v.id + ' '"
          + " + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('\\n'))))";

  private Axe() {}

  /** Fails if axe finds anything on the page that the browser shows. */
  static void assertClean(ChromeDriver driver, String screen) throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("axe.min.js")) {
      driver.executeScript(new String(in.readAllBytes(), UTF_8));
    }
    Object found = driver.executeAsyncScript(RUN);
    assertThat((List<?>) found).as("axe on " + screen).isEmpty();
  }
}
