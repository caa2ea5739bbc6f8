package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only names others, such as {@code sluice key}. */
abstract class CommandGroup implements Callable<ExitCode> {
  @Spec private CommandSpec spec;

  @Override
  public ExitCode call() {
    var refusal =
        new CliException(
            ExitCode.USAGE, SafeText.sentence("sluice {} needs one more word", spec.name()));
    spec.subcommands()
        .keySet()
        .forEach(name -> refusal.help(SafeText.sentence("sluice {} {}", spec.name(), name)));
    throw refusal;
  }
}
