package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.SluiceProcess;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs the program under the library that writes down its effects, or breaks one of them. Wants a C
 * compiler.
 */
final class Watched {
  private static final Path SOURCE = Path.of("src", "test", "c", "effects.c").toAbsolutePath();

  /** What happens in place of an effect. */
  enum Break {
    /** The process ends before it. */
    KILL,
    /** The process ends when half of the bytes are written. */
    TEAR,
    /** It fails with an input or output error. */
    IO,
    /** It fails because the disk is full. */
    FULL
  }

  private final Path library;

  private Watched(Path library) {
    this.library = library;
  }

  /** Compiles the library into {@code folder}. */
  static Watched compile(Path folder) throws IOException {
    Path library = Files.createDirectory(folder.resolve("watched")).resolve("effects.so");
    String[] command = {
      "gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-pthread", "-o"
    };
    Outcome outcome = SluiceProcess.of(folder, command).run(library.toString(), SOURCE.toString());
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return new Watched(library);
  }

  /** Runs a command to its end, and gives its effects below {@code root}. */
  List<Effect> record(Path root, Path log, List<String> words) throws IOException {
    Outcome outcome =
        watched(root).with("EFFECTS_LOG", log.toString()).run(words.toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return Effect.read(log, root);
  }

  /** Runs a command, and breaks the effect of this number. */
  Outcome run(Path root, int number, Break how, List<String> words) throws IOException {
    return watched(root)
        .with("EFFECTS_AT", Integer.toString(number))
        .with("EFFECTS_HOW", how.name().toLowerCase(Locale.ROOT))
        .run(words.toArray(String[]::new));
  }

  private SluiceProcess watched(Path root) throws IOException {
    Path scratch = library.resolveSibling("scratch");
    PrivateFiles.clear(scratch);
    PrivateFiles.folder(scratch);
    String[] command = {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-XX:-UsePerfData",
      "-Djava.io.tmpdir=" + scratch,
      "-cp",
      System.getProperty("java.class.path"),
      SteadySluice.class.getName()
    };
    return SluiceProcess.of(root, command)
        .with("LD_PRELOAD", library.toString())
        .with("EFFECTS_ROOT", root.toString());
  }
}
