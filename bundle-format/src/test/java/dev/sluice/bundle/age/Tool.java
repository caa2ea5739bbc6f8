package dev.sluice.bundle.age;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of others; a program that is missing or unhappy fails the test. */
final class Tool {
  private static final int MINUTES = 3;

  private Tool() {}

  /** What the program prints when {@code input} is its standard input. */
  static byte[] run(Path folder, byte[] input, String... command) throws IOException {
    Path in = Files.write(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int status = await(start(folder, in, out, err, command), command[0]);
    if (status != 0) {
      throw new AssertionError(command[0] + " ended with " + status + ": " + Files.readString(err));
    }
    return Files.readAllBytes(out);
  }

  private static Process start(Path folder, Path in, Path out, Path err, String... command) {
    try {
      return new ProcessBuilder(List.of(command))
          .directory(folder.toFile())
          .redirectInput(in.toFile())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError("this test needs " + command[0] + " on the PATH", e);
    }
  }

  private static int await(Process process, String name) {
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(name + " did not end within " + MINUTES + " minutes");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(name + " was interrupted", e);
    }
  }
}
