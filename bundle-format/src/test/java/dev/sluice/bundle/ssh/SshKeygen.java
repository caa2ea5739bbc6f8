package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the machine's own {@code ssh-keygen} in one folder. */
final class SshKeygen {
  private static final long SECONDS = 60;

  private final Path folder;

  SshKeygen(Path folder) {
    this.folder = folder;
  }

  /** What a run said, standard output and error mixed, and its exit code. */
  record Run(int exit, String said) {}

  Run run(byte[] input, String... arguments) throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("stdin"), input);
    Path out = folder.resolve("stdout");
    Process process = start(in.toFile(), out.toFile(), arguments);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("ssh-keygen did not end within " + SECONDS + " seconds");
    }
    return new Run(process.exitValue(), Files.readString(out, UTF_8));
  }

  private Process start(File in, File out, String... arguments) {
    var command = new ArrayList<>(List.of("ssh-keygen"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectInput(in)
          .redirectErrorStream(true)
          .redirectOutput(out)
          .start();
    } catch (IOException e) {
      throw new AssertionError(
          "tests tagged \"stock\" need OpenSSH's ssh-keygen on the PATH, which did not start", e);
    }
  }
}
