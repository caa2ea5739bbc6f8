package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.Endpoints;
import dev.sluice.state.Side;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the endpoints. */
@Command(
    name = "list",
    header = "List the endpoints.",
    footer = {"sluice endpoint list", "sluice endpoint list --json"})
public final class EndpointListCommand extends DatasiteCommand {
  public EndpointListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<Endpoint> endpoints = new Endpoints(site).list();
    Table table = Table.headed("ID", "PATH", "OWNER", "MOCK", "PRIVATE");
    for (Endpoint endpoint : endpoints) {
      table.row(
          SafeText.of(shown(session, endpoint.id())),
          SafeText.of(endpoint.path()),
          SafeText.of(endpoint.owner()),
          SafeText.of(Listings.size(endpoint.mock())),
          SafeText.of(Listings.size(endpoint.function())));
    }
    Side side = session.side();
    return session.answer(
        "sluice.endpoints/1",
        Json.array(endpoints.stream().map(one -> Listings.endpoint(one, side)).toList()),
        console -> console.out().print(table));
  }
}
