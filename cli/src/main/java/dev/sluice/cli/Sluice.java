package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.command.SluiceVersion;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.console.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The {@code sluice} program. */
public final class Sluice {
  /** Answered before picocli wakes up, which takes longer than all the rest of the start. */
  private static final Set<String> VERSION_OPTIONS = Set.of("-V", "--version");

  private Sluice() {}

  public static void main(String[] args) {
    System.exit(run(args, Environment.ofProcess()));
  }

  /**
   * Runs one command to its end and returns the exit code of the process. Never throws: whatever
   * goes wrong is reported on the environment's standard error.
   */
  public static int run(String[] args, Environment environment) {
    if (args.length == 1 && VERSION_OPTIONS.contains(args[0])) {
      environment.out().println(SluiceVersion.line());
      return ExitCode.OK.number();
    }
    return runCommand(args, environment);
  }

  private static int runCommand(String[] args, Environment environment) {
    var top = new TopCommand();
    var invocation = new Invocation(environment, top.options(), List.of(args));
    try {
      return commandLine(top, invocation, List.of(args)).execute(args);
    } catch (Exception | LinkageError | VirtualMachineError e) {
      return invocation.report(e).number();
    }
  }

  static CommandLine commandLine(TopCommand top, Invocation invocation, List<String> args) {
    var command = new CommandLine(top, new CommandFactory(invocation));
    for (CommandTable.Entry entry : CommandTable.about(args)) {
      command.addSubcommand(entry.name(), entry.command().apply(invocation));
    }
    HelpLayout.applyTo(command, invocation.helpColumns());
    Environment environment = invocation.environment();
    return command
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setOut(new PrintWriter(environment.out(), true, UTF_8))
        .setErr(new PrintWriter(environment.err(), true, UTF_8))
        .setExecutionStrategy(Sluice::execute)
        .setParameterExceptionHandler((e, rest) -> invocation.report(UsageRefusal.of(e)).number())
        .setExecutionExceptionHandler((e, at, parsed) -> invocation.report(e).number());
  }

  /** Runs the innermost command that was named; its {@link ExitCode} is the result. */
  private static int execute(ParseResult parsed) {
    int helped = new RunLast().execute(parsed);
    List<CommandLine> named = parsed.asCommandLineList();
    Object result = named.get(named.size() - 1).getExecutionResult();
    return result instanceof ExitCode code ? code.number() : helped;
  }
}
