package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.Endpoints;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes an endpoint. */
@Command(
    name = "remove",
    header = "Remove an endpoint, here at once and on the low side with the next export.",
    footer = {"sluice endpoint remove payroll.mean", "sluice endpoint remove ep-3b1c"})
public final class EndpointRemoveCommand extends DatasiteCommand {
  @Parameters(paramLabel = "ENDPOINT", description = "Its path or the start of its id.")
  private String endpoint;

  public EndpointRemoveCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Endpoint removed = new Endpoints(site).remove(endpoint);
    return session.answer(
        "sluice.endpoint-removed/1",
        Listings.endpoint(removed, session.side()),
        console -> {
          console.out().print(SafeText.sentence("Removed endpoint {}.", removed.path()));
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Next: sluice approve {} --outgoing", shown(removed.id().text())));
        });
  }

  private static String shown(String id) {
    return id.substring(0, 12);
  }
}
