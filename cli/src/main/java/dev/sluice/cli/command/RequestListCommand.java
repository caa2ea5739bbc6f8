package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the requests. */
@Command(
    name = "list",
    header = "List the requests.",
    footer = {"sluice request list", "sluice request list --by curie@example.org --status pending"})
public final class RequestListCommand extends DatasiteCommand {
  @Option(names = "--by", paramLabel = "EMAIL", description = "Only requests of this researcher.")
  private String requester;

  @Option(
      names = "--status",
      paramLabel = "WORD",
      description = "Only requests that are pending, approved, rejected or withdrawn.")
  private String status;

  public RequestListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<Request> requests =
        new Requests(site).list(Optional.ofNullable(requester), Optional.ofNullable(status));
    Table table = Table.headed("ID", "NAME", "BY", "STATUS", "PURPOSE");
    for (Request request : requests) {
      table.row(
          SafeText.of(shown(session, request.id())),
          SafeText.of(request.name()),
          SafeText.of(request.requester()),
          SafeText.of(request.status().word()),
          SafeText.of(request.purpose()));
    }
    return session.answer(
        "sluice.requests/1",
        Json.array(requests.stream().map(Listings::request).toList()),
        console -> console.out().print(table));
  }
}
