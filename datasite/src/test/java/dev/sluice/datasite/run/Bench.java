package dev.sluice.datasite.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs code in fresh folders of one test. They lie in the build folder, since a sandbox covers the
 * system's folder for temporary files anyway.
 */
final class Bench {
  static final RunLimits LIMITS = RunLimits.DEFAULT.withWallTime(Duration.ofSeconds(60));

  /** The JDK of the build first, then whatever the machine has. */
  static final String PATH =
      Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");

  final Path folder;
  private final CodeRunner runner;

  private Bench(Sandbox sandbox) throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toRealPath(), "bench");
    runner = new CodeRunner(SearchPath.parse(PATH), sandbox);
  }

  /** The isolation that a site on this machine would get. */
  static Bench detected() throws IOException {
    return new Bench(probe().strongest());
  }

  /** No isolation, as on a machine that has none. */
  static Bench open() throws IOException {
    return new Bench(probe().none());
  }

  static Bench bubblewrap() throws IOException {
    return working(probe().bubblewrap(), "bubblewrap");
  }

  static Bench unshare() throws IOException {
    return working(
        probe().unshare("--user", "--map-root-user").filter(probe()::works).or(probe()::unshare),
        "unshare");
  }

  private static Bench working(Optional<Sandbox> sandbox, String name) throws IOException {
    return new Bench(
        sandbox
            .filter(probe()::works)
            .orElseThrow(() -> new AssertionError("stock tests need a working " + name)));
  }

  private static SandboxProbe probe() {
    return new SandboxProbe(SearchPath.parse(PATH));
  }

  Isolation isolation() {
    return runner.isolation();
  }

  Path file(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunRequest request(Language language, RunLimits limits, String... lines) {
    Path source = file("source", String.join("\n", lines) + "\n");
    var assets = Map.of("numbers.csv", file("private.bin", "region,n\nnorth,40\nsouth,2\n"));
    return RunRequest.of(language, source, "run", assets, limits, folder.resolve("run"));
  }

  RunOutcome run(RunRequest request) throws IOException {
    try {
      return runner.run(request);
    } catch (RunRefusedException e) {
      throw new AssertionError(e);
    }
  }

  RunOutcome shell(String... lines) throws IOException {
    return run(request(Language.SHELL, LIMITS, lines));
  }

  RunOutcome shell(RunLimits limits, String... lines) throws IOException {
    return run(request(Language.SHELL, limits, lines));
  }

  RunOutcome java(RunLimits limits, String... body) throws IOException {
    String head =
        "import java.nio.file.*; import java.util.*; import java.net.*;"
            + "class Anything { public static void main(String[] args) throws Exception {";
    return run(request(Language.JAVA, limits, head, String.join("\n", body), "}}"));
  }

  static String result(RunOutcome outcome) throws IOException {
    return Files.readString(
        outcome
            .result()
            .orElseThrow(() -> new AssertionError(outcome + ": " + text(outcome.stderr()))));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number of seconds to sleep that no other process on the machine sleeps. */
  static String unusualSleep() {
    return Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
  }

  static boolean isSleeping(String seconds) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().arguments().stream())
        .anyMatch(arguments -> List.of(arguments).contains(seconds));
  }
}
