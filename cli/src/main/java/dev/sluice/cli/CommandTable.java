package dev.sluice.cli;

import dev.sluice.cli.command.ApplyCommand;
import dev.sluice.cli.command.ApproveCommand;
import dev.sluice.cli.command.AuditCommand;
import dev.sluice.cli.command.BatchCommand;
import dev.sluice.cli.command.DatasetCommand;
import dev.sluice.cli.command.DiffCommand;
import dev.sluice.cli.command.DoctorCommand;
import dev.sluice.cli.command.EndpointCommand;
import dev.sluice.cli.command.ExportCommand;
import dev.sluice.cli.command.FilesCommand;
import dev.sluice.cli.command.FsckCommand;
import dev.sluice.cli.command.GcCommand;
import dev.sluice.cli.command.HelpCommand;
import dev.sluice.cli.command.HistoryCommand;
import dev.sluice.cli.command.IgnoreCommand;
import dev.sluice.cli.command.ImportCommand;
import dev.sluice.cli.command.InitCommand;
import dev.sluice.cli.command.InspectCommand;
import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.command.JobCommand;
import dev.sluice.cli.command.KeyCommand;
import dev.sluice.cli.command.KindCommand;
import dev.sluice.cli.command.MessageCommand;
import dev.sluice.cli.command.ObjectCommand;
import dev.sluice.cli.command.PeerCommand;
import dev.sluice.cli.command.PlanCommand;
import dev.sluice.cli.command.ProjectCommand;
import dev.sluice.cli.command.QuarantineCommand;
import dev.sluice.cli.command.ReceiptCommand;
import dev.sluice.cli.command.RejectCommand;
import dev.sluice.cli.command.ReportCommand;
import dev.sluice.cli.command.RequestCommand;
import dev.sluice.cli.command.ResetCommand;
import dev.sluice.cli.command.ResultCommand;
import dev.sluice.cli.command.ReviewCommand;
import dev.sluice.cli.command.ShareCommand;
import dev.sluice.cli.command.ShowCommand;
import dev.sluice.cli.command.SiteGroup;
import dev.sluice.cli.command.SkipCommand;
import dev.sluice.cli.command.StatusCommand;
import dev.sluice.cli.command.TrackCommand;
import dev.sluice.cli.command.UnignoreCommand;
import dev.sluice.cli.command.UserCommand;
import dev.sluice.cli.command.VerifyCommand;
import dev.sluice.cli.command.VersionCommand;
import dev.sluice.cli.command.WithdrawCommand;
import dev.sluice.cli.command.WithholdCommand;
import dev.sluice.cli.demo.DemoCommand;
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
          new Entry("demo", invocation -> new DemoCommand(invocation, Sluice::run)),
          new Entry("init", invocation -> new InitCommand(invocation)),
          new Entry("status", invocation -> new StatusCommand(invocation)),
          new Entry("key", invocation -> new KeyCommand()),
          new Entry("peer", invocation -> new PeerCommand()),
          new Entry("user", invocation -> new UserCommand()),
          new Entry("project", invocation -> new ProjectCommand()),
          new Entry("dataset", invocation -> new DatasetCommand()),
          new Entry("endpoint", invocation -> new EndpointCommand()),
          new Entry("kind", invocation -> new KindCommand()),
          new Entry("object", invocation -> new ObjectCommand()),
          new Entry("track", invocation -> new TrackCommand(invocation)),
          new Entry("files", invocation -> new FilesCommand()),
          new Entry("request", invocation -> new RequestCommand()),
          new Entry("job", invocation -> new JobCommand()),
          new Entry("message", invocation -> new MessageCommand()),
          new Entry("result", invocation -> new ResultCommand()),
          new Entry("show", invocation -> new ShowCommand(invocation)),
          new Entry("export", invocation -> new ExportCommand(invocation)),
          new Entry("verify", invocation -> new VerifyCommand(invocation)),
          new Entry("inspect", invocation -> new InspectCommand(invocation)),
          new Entry("import", invocation -> new ImportCommand(invocation)),
          new Entry("batch", invocation -> new BatchCommand()),
          new Entry("diff", invocation -> new DiffCommand(invocation)),
          new Entry("review", invocation -> new ReviewCommand(invocation)),
          new Entry("approve", invocation -> new ApproveCommand(invocation)),
          new Entry("reject", invocation -> new RejectCommand(invocation)),
          new Entry("skip", invocation -> new SkipCommand(invocation)),
          new Entry("ignore", invocation -> new IgnoreCommand(invocation)),
          new Entry("unignore", invocation -> new UnignoreCommand(invocation)),
          new Entry("reset", invocation -> new ResetCommand(invocation)),
          new Entry("share", invocation -> new ShareCommand(invocation)),
          new Entry("withhold", invocation -> new WithholdCommand(invocation)),
          new Entry("withdraw", invocation -> new WithdrawCommand(invocation)),
          new Entry("plan", invocation -> new PlanCommand(invocation)),
          new Entry("apply", invocation -> new ApplyCommand(invocation)),
          new Entry("receipt", invocation -> new ReceiptCommand()),
          new Entry("history", invocation -> new HistoryCommand(invocation)),
          new Entry("report", invocation -> new ReportCommand(invocation)),
          new Entry("audit", invocation -> new AuditCommand()),
          new Entry("doctor", invocation -> new DoctorCommand(invocation)),
          new Entry("fsck", invocation -> new FsckCommand(invocation)),
          new Entry("gc", invocation -> new GcCommand(invocation)),
          new Entry("quarantine", invocation -> new QuarantineCommand()),
          new Entry("site", invocation -> new SiteGroup()),
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
