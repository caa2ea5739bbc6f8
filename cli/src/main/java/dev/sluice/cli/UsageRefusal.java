package dev.sluice.cli;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Suggestions;
import dev.sluice.state.text.SafeText;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in our own words what is wrong with the arguments. picocli's texts repeat arguments raw and
 * its printer reads markup in them, so they get here only as untrusted text.
 */
final class UsageRefusal {
  private UsageRefusal() {}

  static CliException of(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    CliException refusal =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched.getUnmatched().get(0), command)
            : usage(SafeText.of(decapitalised(failure.getMessage())));
    return refusal.help(SafeText.sentence("{} --help", name));
  }

  private static CliException unmatched(String argument, CommandLine command) {
    if (argument.startsWith("-")) {
      return suggesting(
          usage(SafeText.sentence("there is no option \"{}\"", argument)),
          Suggestions.of(argument, command.getCommandSpec().optionsMap().keySet()),
          command);
    }
    if (command.getParent() != null && command.getSubcommands().isEmpty()) {
      return usage(SafeText.sentence("\"{}\" is one argument too many", argument));
    }
    return suggesting(
        usage(SafeText.sentence("there is no command \"{}\"", argument)),
        Suggestions.of(argument, commands(command)),
        command);
  }

  private static Collection<String> commands(CommandLine command) {
    var names = new TreeSet<>(command.getSubcommands().keySet());
    if (command.getParent() == null) {
      names.addAll(CommandTable.names());
    }
    return names;
  }

  private static CliException suggesting(
      CliException refusal, Collection<String> near, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    near.forEach(word -> refusal.help(SafeText.sentence("did you mean: {} {}", name, word)));
    return refusal;
  }

  private static CliException usage(SafeText sentence) {
    return new CliException(ExitCode.USAGE, sentence);
  }

  private static String decapitalised(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
