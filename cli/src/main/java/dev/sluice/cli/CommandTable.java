package dev.sluice.cli;

import dev.sluice.cli.command.AuditCommand;
import dev.sluice.cli.command.DatasetCommand;
import dev.sluice.cli.command.ExportCommand;
import dev.sluice.cli.command.HelpCommand;
import dev.sluice.cli.command.HistoryCommand;
import dev.sluice.cli.command.ImportCommand;
import dev.sluice.cli.command.InitCommand;
import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.command.JobCommand;
import dev.sluice.cli.command.KeyCommand;
import dev.sluice.cli.command.MessageCommand;
import dev.sluice.cli.command.PeerCommand;
import dev.sluice.cli.command.ProjectCommand;
import dev.sluice.cli.command.RequestCommand;
import dev.sluice.cli.command.ResultCommand;
import dev.sluice.cli.command.ShowCommand;
import dev.sluice.cli.command.StatusCommand;
import dev.sluice.cli.command.UserCommand;
import dev.sluice.cli.command.VerifyCommand;
import dev.sluice.cli.command.VersionCommand;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * All commands in the order that the help lists them. A command's class is only loaded when its
 * name is among the arguments, or when all are needed for a help or a suggestion.
 */
final class CommandTable {
  /** One command: its name and how it is made for a run. */
  record Entry(String name, Function<Invocation, Object> command) {}

  private static final String HELP = "help";
  private static final Set<String> VERSION_OPTIONS = Set.of("-V", "--version");

  /** Lambdas, since a method reference would load its class along with this table. */
  static final List<Entry> ENTRIES =
      List.of(
          new Entry("init", invocation -> new InitCommand(invocation)),
          new Entry("status", invocation -> new StatusCommand(invocation)),
          new Entry("key", invocation -> new KeyCommand()),
          new Entry("peer", invocation -> new PeerCommand()),
          new Entry("user", invocation -> new UserCommand()),
          new Entry("project", invocation -> new ProjectCommand()),
          new Entry("dataset", invocation -> new DatasetCommand()),
          new Entry("request", invocation -> new RequestCommand()),
          new Entry("job", invocation -> new JobCommand()),
          new Entry("message", invocation -> new MessageCommand()),
          new Entry("result", invocation -> new ResultCommand()),
          new Entry("show", invocation -> new ShowCommand(invocation)),
          new Entry("export", invocation -> new ExportCommand(invocation)),
          new Entry("verify", invocation -> new VerifyCommand(invocation)),
          new Entry("import", invocation -> new ImportCommand(invocation)),
          new Entry("history", invocation -> new HistoryCommand(invocation)),
          new Entry("audit", invocation -> new AuditCommand()),
          new Entry("version", invocation -> new VersionCommand(invocation)),
          new Entry(HELP, invocation -> new HelpCommand(invocation)));

  private CommandTable() {}

  static List<String> names() {
    return ENTRIES.stream().map(Entry::name).toList();
  }

  /**
   * The commands that {@code arguments} may be about: those they name; else none where only the
   * version is asked for, and all where a help or a suggestion is due.
   */
  static List<Entry> about(List<String> arguments) {
    List<Entry> named = ENTRIES.stream().filter(entry -> arguments.contains(entry.name())).toList();
    boolean enough = !named.isEmpty() || VERSION_OPTIONS.stream().anyMatch(arguments::contains);
    return enough && !arguments.contains(HELP) ? named : ENTRIES;
  }
}
