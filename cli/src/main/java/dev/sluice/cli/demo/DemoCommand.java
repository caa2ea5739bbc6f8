package dev.sluice.cli.demo;

import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the story with real bundles. */
@Command(
    name = "demo",
    header = "Play the whole story, low to high and back, with real bundles in a temporary folder.",
    description = {
      "Every command is shown as you would type it, with its real output. --keep leaves the sites,",
      "the stick and the example files for you to look at and to go on with."
    },
    footer = {"sluice demo", "sluice demo --keep /tmp/sluice-demo"})
public final class DemoCommand implements Callable<ExitCode> {
  /** Runs the program in another environment. */
  public interface Program {
    int run(String[] arguments, Environment environment);
  }

  private final Invocation invocation;
  private final Program program;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Work in DIR, which has to be new or empty, and leave everything there.")
  private Path keep;

  public DemoCommand(Invocation invocation, Program program) {
    this.invocation = invocation;
    this.program = program;
  }

  @Override
  public ExitCode call() throws Exception {
    Path folder = keep == null ? Files.createTempDirectory("sluice-demo-") : prepared();
    try {
      new DemoStory(new Stage(invocation, program, folder)).play();
    } finally {
      if (keep == null) {
        PrivateFiles.clear(folder);
      }
    }
    return ExitCode.OK;
  }

  private Path prepared() throws IOException {
    Path folder = invocation.resolve(keep);
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new CliException(ExitCode.USAGE, SafeText.sentence("{} is not empty", keep))
            .help(SafeText.literal("name a new folder"));
      }
    }
    return folder;
  }
}
