package dev.sluice.cli.command;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.Endpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an endpoint. */
@Command(
    name = "show",
    header = "Show one endpoint and its settings.",
    footer = {"sluice endpoint show payroll.mean", "sluice endpoint show ep-3b1c --json"})
public final class EndpointShowCommand extends DatasiteCommand {
  @Parameters(paramLabel = "ENDPOINT", description = "Its path or the start of its id.")
  private String endpoint;

  public EndpointShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Endpoint found = new Endpoints(site).show(endpoint);
    Facts facts =
        Facts.none()
            .and("endpoint", shown(session, found.id()))
            .and("path", found.path())
            .and("owner", found.owner())
            .and("mock function", Listings.size(found.mock()))
            .and("private function", Listings.size(found.function()));
    if (!found.description().isEmpty()) {
      facts = facts.and("description", found.description());
    }
    for (var setting : found.settings().entrySet()) {
      facts = facts.and("setting", setting.getKey() + " = " + text(setting.getValue()));
    }
    for (var setting : found.localSettings().entrySet()) {
      facts =
          facts.and("setting of this side", setting.getKey() + " = " + text(setting.getValue()));
    }
    Facts shown = facts;
    return session.answer(
        "sluice.endpoint/1",
        Listings.endpoint(found, session.side()),
        console -> console.out().print(shown));
  }

  private static String text(Json value) {
    return CanonicalJson.text(value);
  }
}
