package dev.sluice.cli;

import dev.sluice.cli.command.GlobalOptions;
import dev.sluice.cli.command.SluiceVersion;
import dev.sluice.cli.console.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice} without a command: shows the help. */
@Command(
    name = "sluice",
    header = "Carry signed, encrypted changes between two sites that share no network.",
    versionProvider = SluiceVersion.class,
    footer = {"sluice help", "sluice --version"})
final class TopCommand implements Callable<ExitCode> {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version of sluice.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean version;

  @Spec private CommandSpec spec;

  GlobalOptions options() {
    return options;
  }

  @Override
  public ExitCode call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
