package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells what is running, for reports of faults. */
@Command(
    name = "version",
    header = "Print the versions of sluice, Java and the operating system.",
    footer = {"sluice version", "sluice version --json"})
public final class VersionCommand implements Callable<ExitCode> {
  private final Invocation invocation;

  public VersionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public ExitCode call() {
    Facts facts = SluiceVersion.facts();
    return invocation.answer(
        "sluice.version/1", facts.json(), console -> console.out().print(facts));
  }
}
