package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;

/** Lists the kinds. */
@Command(
    name = "list",
    header = "List the kinds, with the way each may travel and the side that owns it.",
    footer = {"sluice kind list", "sluice kind list --json"})
public final class KindListCommand extends SiteCommand {
  public KindListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Table table = Table.headed("KIND", "IDS", "ROLE", "TRAVELS", "OWNER");
    for (Kind kind : session.kinds().all()) {
      table.row(
          SafeText.of(kind.name()),
          SafeText.of(kind.prefix() + "-"),
          SafeText.of(kind.role().toString()),
          SafeText.of(kind.flow().toString()),
          SafeText.of(kind.owner().toString()));
    }
    return session.answer(
        "sluice.kinds/1",
        Json.array(session.kinds().all().stream().map(KindShowCommand::json).toList()),
        console -> console.out().print(table));
  }
}
