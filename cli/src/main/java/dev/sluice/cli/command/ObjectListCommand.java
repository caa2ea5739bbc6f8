package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Objects;
import dev.sluice.state.StateObject;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists objects of a declared kind. */
@Command(
    name = "list",
    header = "List the objects of a kind that this site declares.",
    footer = {"sluice object list model", "sluice object list model --json"})
public final class ObjectListCommand extends DatasiteCommand {
  @Parameters(paramLabel = "KIND", description = "Name of the kind.")
  private String kind;

  public ObjectListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<StateObject> objects = new Objects(site).list(kind);
    String title = session.kinds().kind(kind).orElseThrow().title();
    Table table = Table.headed("ID", "WHAT", "OWNER");
    for (StateObject object : objects) {
      table.row(
          SafeText.of(shown(session, object.id())),
          SafeText.of(object.text(title).orElse("")),
          SafeText.of(object.owner()));
    }
    return session.answer(
        "sluice.objects/1",
        Json.array(objects.stream().map(object -> json(object, title)).toList()),
        console -> console.out().print(table));
  }

  private static Json json(StateObject object, String title) {
    return Json.object()
        .put("id", object.id().text())
        .put("owner", object.owner())
        .put("title", object.text(title).orElse(""))
        .build();
  }
}
