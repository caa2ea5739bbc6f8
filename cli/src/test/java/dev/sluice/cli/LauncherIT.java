package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.SluiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  @TempDir Path folder;

  @Test
  void version_isPrintedOnOneLine_andNothingElse() {
    Outcome outcome = SluiceProcess.in(folder).run("--version").exits(ExitCode.OK);
    assertThat(outcome.out()).matches("sluice [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void unknownCommand_isAUsageError_withoutAStackTrace() {
    Outcome outcome = SluiceProcess.in(folder).run("-v", "vresion").exits(ExitCode.USAGE);
    outcome.reports(
        "error[USAGE]: there is no command \"vresion\"", "did you mean: sluice version");
    outcome.neverSays("\tat ", "Exception");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void exitCodes_areExplained() {
    SluiceProcess.in(folder)
        .run("help", "exit-codes")
        .exits(ExitCode.OK)
        .prints("15    HISTORY", "130   INTERRUPTED");
  }

  @Test
  void hostileArgument_isShownInert() {
    SluiceProcess.in(folder)
        .with("LC_ALL", "C.UTF-8")
        .run("@|red x|@\u001b[2J\u202E")
        .exits(ExitCode.USAGE)
        .reports("\"@|red x|@[U+001B][2J[U+202E]\"")
        .neverSays("\u001b", "\u202E");
  }

  @Test
  void installedLauncher_worksThroughALink_fromAnyFolder() throws IOException {
    Path bin = install("");
    Path link = Files.createSymbolicLink(folder.resolve("s"), Path.of("opt/sluice/bin/sluice"));
    SluiceProcess.of(bin, "sh", link.toString())
        .run("help", "version")
        .exits(ExitCode.OK)
        .prints("Usage: sluice version");
  }

  @Test
  void damagedClassArchive_isPassedOverInSilence() throws IOException {
    Path bin = install("not an archive");
    Outcome outcome = SluiceProcess.of(bin, "sh", "./sluice").run("--version").exits(ExitCode.OK);
    assertThat(outcome.err()).isEmpty();
  }

  /** Installs sluice with {@code archive} in place of the archive of its classes. */
  private Path install(String archive) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("opt/sluice/bin"));
    Files.copy(Path.of(System.getProperty("sluice.launcher")), bin.resolve("sluice"));
    Path lib = Files.createDirectory(bin.resolveSibling("lib"));
    try (Stream<Path> jars = Files.list(SluiceProcess.home().resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()));
      }
    }
    String java = System.getProperty("java.version");
    Files.writeString(bin.resolveSibling("classes-" + java + ".jsa"), archive);
    return bin;
  }

  @Test
  void oldJava_isRefusedInOneSentence() throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.21\"\n");
    SluiceProcess.of(folder, "sh", System.getProperty("sluice.launcher"))
        .with("JAVA_HOME", folder.resolve("jdk").toString())
        .run("--version")
        .exits(ExitCode.FAILURE)
        .reports("sluice: needs Java 17 or newer");
  }
}
