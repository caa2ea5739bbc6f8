package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Suggestions;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a command, or something that is no command. */
@Command(
    name = "help",
    header = "Explain a command or a topic.",
    description = "Topics: exit-codes.",
    footer = {"sluice help version", "sluice help exit-codes"})
public final class HelpCommand implements Callable<ExitCode> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "WORD", description = "A command or a topic.")
  private List<String> words = List.of();

  public HelpCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public ExitCode call() {
    Optional<HelpTopic> topic =
        words.size() == 1 ? HelpTopic.named(words.get(0)) : Optional.empty();
    topic.ifPresentOrElse(
        found -> found.print(invocation.console().out()),
        () -> printUsage(spec.parent().commandLine()));
    return ExitCode.OK;
  }

  private void printUsage(CommandLine top) {
    CommandLine command = top;
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        throw unknown(word, command);
      }
      command = next;
    }
    command.usage(command.getOut());
  }

  private static CliException unknown(String word, CommandLine command) {
    var known = new ArrayList<>(command.getSubcommands().keySet());
    known.addAll(HelpTopic.names());
    var refusal =
        new CliException(ExitCode.USAGE, SafeText.sentence("there is no help on \"{}\"", word));
    Suggestions.of(word, known)
        .forEach(near -> refusal.help(SafeText.sentence("did you mean: sluice help {}", near)));
    return refusal.help(SafeText.literal("all commands: sluice help"));
  }
}
