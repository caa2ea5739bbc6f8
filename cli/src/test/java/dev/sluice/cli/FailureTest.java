package dev.sluice.cli;

import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.PretendedProcess;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class FailureTest {
  private final PretendedProcess process = new PretendedProcess();

  /** A command with a fault of ours in it. */
  @Command(name = "broken")
  static final class BrokenCommand implements Callable<ExitCode> {
    @Override
    public ExitCode call() {
      throw new IllegalStateException("row \u001b[2J is gone");
    }
  }

  private Outcome runBroken(String... arguments) {
    var top = new TopCommand();
    List<String> list = List.of(arguments);
    var invocation = new Invocation(process.environment(), top.options(), list);
    var line = Sluice.commandLine(top, invocation, list).addSubcommand(new BrokenCommand());
    int exit = line.execute(arguments);
    return new Outcome(exit, process.out(), process.err());
  }

  @Test
  void unexpectedException_isOneSentence_withAHintToTheTrace() {
    runBroken("broken")
        .exits(ExitCode.FAILURE)
        .reports(
            "error[FAILURE]: unexpected IllegalStateException: row [U+001B][2J is gone",
            "help: run the same command again with -v")
        .neverSays("\tat ", "\u001b", "Nothing was changed");
  }

  @Test
  void trace_isPrintedWithVerbose_andGated() {
    runBroken("-v", "broken")
        .exits(ExitCode.FAILURE)
        .reports("\tat dev.sluice.cli.FailureTest$BrokenCommand.call")
        .neverSays("\u001b");
  }
}
