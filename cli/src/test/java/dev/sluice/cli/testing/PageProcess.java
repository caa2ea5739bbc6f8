package dev.sluice.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The real program serving the review page of one site. */
public final class PageProcess implements AutoCloseable {
  private static final long SECONDS = 30;

  private final Process process;
  private final String address;

  private PageProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Serves the page of {@code site} to ana. */
  public static PageProcess of(Path site) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String libraries = SluiceProcess.home().resolve("lib") + "/*";
    var builder =
        new ProcessBuilder(
            java,
            "-cp",
            libraries,
            "dev.sluice.cli.Sluice",
            "-C",
            site.toString(),
            "--as",
            "ana",
            "review",
            "--web",
            "--no-open");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("no address was printed");
    }
    return new PageProcess(process, line);
  }

  /** The address that lets a browser in. */
  public String address() {
    return address;
  }

  public String origin() {
    return address.substring(0, address.indexOf("/launch"));
  }

  /** Waits for its end; its exit code. */
  public int exit() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the page is still served");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
