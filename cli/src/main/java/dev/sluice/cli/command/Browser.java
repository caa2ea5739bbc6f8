package dev.sluice.cli.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Opens a secret address in the person's browser. Any user of the machine can read the arguments of
 * a program, so the browser is given a file that only its owner can read and that leads on.
 */
final class Browser {
  private Browser() {}

  /**
   * Starts the browser, if there is one; the file leads there in any case, and goes when this
   * program ends.
   */
  static Path open(String address) throws IOException {
    Path file = Files.createTempFile("sluice-review-", ".html");
    file.toFile().deleteOnExit();
    String page = "<meta http-equiv=\"refresh\" content=\"0; url=" + address + "\">\n";
    Files.write(file, page.getBytes(US_ASCII));
    start(file.toUri().toString());
    return file;
  }

  private static void start(String file) {
    try {
      new ProcessBuilder(command(file))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // a machine without a desktop; the person opens the file that the command names
    }
  }

  private static List<String> command(String file) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", file);
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", file);
  }
}
