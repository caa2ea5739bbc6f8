package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.command.GlobalOptions;
import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.PretendedProcess;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SluiceTest {
  private final PretendedProcess process = new PretendedProcess();

  @Test
  void noCommand_printsTheHelp() {
    process.run().exits(ExitCode.OK).prints("Usage: sluice [OPTIONS] [COMMAND]", "  version  ");
  }

  @Test
  void help_startsWithExamples_forEveryCommand() {
    var top = new TopCommand();
    var invocation = new Invocation(process.environment(), new GlobalOptions(), List.of());
    CommandLine commands = Sluice.commandLine(top, invocation, List.of());
    assertThat(commands.getSubcommands()).hasSameSizeAs(CommandTable.ENTRIES);
    commands.getSubcommands().values().forEach(SluiceTest::assertExamplesFirst);
  }

  private static void assertExamplesFirst(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    List<String> lines = command.getUsageMessage().lines().toList();
    assertThat(lines.get(0)).as("header of " + name).endsWith(".");
    assertThat(lines.get(2)).isEqualTo("Examples:");
    List<String> examples = lines.stream().skip(3).takeWhile(line -> !line.isEmpty()).toList();
    assertThat(examples)
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.replaceFirst(" -C [a-z]+", "").startsWith("  " + name));
    assertThat(lines.get(4 + examples.size())).startsWith("Usage: " + name);
  }

  @Test
  void globalOptions_workBeforeAndAfterTheCommand() {
    process.run("--json", "version").exits(ExitCode.OK).prints("\"schema\":\"sluice.version/1\"");
    new PretendedProcess().run("version", "--json").prints("\"time\":\"2026-11-24T10:02:11Z\"");
  }

  @Test
  void commandClasses_areOnlyMadeForTheArgumentsThatNameThem() {
    assertThat(CommandTable.about(List.of("--version"))).isEmpty();
    assertThat(CommandTable.about(List.of("version", "--json")))
        .extracting(CommandTable.Entry::name)
        .containsExactly("version");
    assertThat(CommandTable.about(List.of("help", "version"))).isEqualTo(CommandTable.ENTRIES);
    assertThat(CommandTable.about(List.of("vresion"))).isEqualTo(CommandTable.ENTRIES);
  }

  @Test
  void misspeltOption_isNamed_withASuggestion() {
    process
        .run("version", "--jsno")
        .exits(ExitCode.USAGE)
        .reports(
            "error[USAGE]: there is no option \"--jsno\"",
            "help: did you mean: sluice version --json",
            "(exit 2)");
  }

  @Test
  void wordTooMany_isNoUnknownCommand() {
    process
        .run("version", "now")
        .exits(ExitCode.USAGE)
        .reports("\"now\" is one argument too many", "Nothing was changed.");
  }

  @Test
  void argumentThatNamesAFile_isNotReadAsAFile() {
    process.run("@pom.xml").exits(ExitCode.USAGE).reports("there is no command \"@pom.xml\"");
  }

  @Test
  void hostileArguments_areInert_inEveryKindOfUsageError() {
    String hostile = "@|bold x|@\u001b[31m\u202E${sys:user.home}%n";
    for (String[] arguments :
        new String[][] {{hostile}, {"-" + hostile}, {"version", hostile}, {"--color", hostile}}) {
      Outcome outcome = new PretendedProcess().run(arguments).exits(ExitCode.USAGE);
      outcome.reports("@|bold x|@[U+001B][31m[U+202E]${sys:user.home}%n");
      outcome.neverSays("\u001b", "\u202E");
    }
  }

  @Test
  void refusalUnderJson_isOneDocumentOnStandardError() {
    Outcome outcome = process.run("--json", "vresion").exits(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("{\"error\":{\"changed\":false,\"code\":\"USAGE\"")
        .endsWith("}\n")
        .hasLineCount(1);
  }

  @Test
  void helpOnNothingKnown_suggestsTopicsToo() {
    process
        .run("help", "exitcodes")
        .exits(ExitCode.USAGE)
        .reports("did you mean: sluice help exit-codes");
  }
}
