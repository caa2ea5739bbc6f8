package dev.sluice.cli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real program in a process of its own, without a terminal. Wants the system property {@code
 * sluice.home}, the folder whose {@code lib} holds the program, which the build sets for {@code
 * *IT} classes.
 */
public final class SluiceProcess {
  private static final long SECONDS = 120;

  private final List<String> program;
  private final Path directory;
  private final Map<String, String> variables = new HashMap<>();
  private byte[] input = new byte[0];

  private SluiceProcess(List<String> program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /** The program on the Java that runs the tests, working in {@code directory}. */
  public static SluiceProcess in(Path directory) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String libraries = home().resolve("lib") + "/*";
    return new SluiceProcess(
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            libraries,
            "dev.sluice.cli.Sluice"),
        directory);
  }

  /** Whatever {@code command} starts, working in {@code directory}. */
  public static SluiceProcess of(Path directory, String... command) {
    return new SluiceProcess(List.of(command), directory);
  }

  /** What starts the program from a shell; for scripts that do more than that. */
  public static String commandLine() {
    return String.join(" ", in(Path.of("")).program);
  }

  /** The folder that the build put the program into. */
  public static Path home() {
    String home = System.getProperty("sluice.home");
    if (home == null) {
      throw new AssertionError("the system property sluice.home names no built program");
    }
    return Path.of(home);
  }

  public SluiceProcess with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** What the process reads from its standard input; nothing unless set. */
  public SluiceProcess input(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Runs to the end, two minutes at most. */
  public Outcome run(String... arguments) {
    var command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    try {
      Path scratch = Files.createTempDirectory("sluice-process");
      return run(command, scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while sluice ran", e);
    }
  }

  private Outcome run(List<String> command, Path scratch) throws IOException, InterruptedException {
    Path in = Files.write(scratch.resolve("in"), input);
    Path out = scratch.resolve("out");
    Path err = scratch.resolve("err");
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SLUICE_"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + SECONDS + " s: " + command);
    }
    var outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    for (Path file : List.of(in, out, err, scratch)) {
      Files.delete(file);
    }
    return outcome;
  }
}
