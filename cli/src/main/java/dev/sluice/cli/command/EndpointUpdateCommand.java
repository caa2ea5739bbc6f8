package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.Endpoints;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Changes an endpoint. */
@Command(
    name = "update",
    header = "Change what is named of an endpoint; the rest stays as it is.",
    footer = {
      "sluice endpoint update payroll.mean --mock mock.py",
      "sluice endpoint update geo.near --settings db.json --share-setting limit"
    })
public final class EndpointUpdateCommand extends DatasiteCommand {
  @Parameters(paramLabel = "PATH", description = "Lower-case words joined by dots.")
  private String path;

  @Mixin private final EndpointOptions options = new EndpointOptions();

  public EndpointUpdateCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Endpoint endpoint = new Endpoints(site).update(options.draft(path, invocation()));
    String id = shown(session, endpoint.id());
    return session.answer(
        "sluice.endpoint/1",
        Listings.endpoint(endpoint, session.side()),
        console ->
            console.out().print(SafeText.sentence("Changed endpoint {} {}.", id, endpoint.path())));
  }
}
