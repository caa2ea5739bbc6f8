package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.Endpoints;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an endpoint. */
@Command(
    name = "add",
    header = "Add an endpoint on the high side.",
    footer = {
      "sluice endpoint add payroll.mean --mock mock.py --private mean.py --owner ana@example.org",
      "sluice endpoint add geo.near --mock near.py --settings db.json --share-setting limit --owner ana@example.org"
    })
public final class EndpointAddCommand extends DatasiteCommand {
  @Parameters(paramLabel = "PATH", description = "Lower-case words joined by dots.")
  private String path;

  @Option(names = "--owner", required = true, paramLabel = "EMAIL", description = "The data owner.")
  private String owner;

  @Mixin private final EndpointOptions options = new EndpointOptions();

  public EndpointAddCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Endpoint endpoint = new Endpoints(site).add(options.draft(path, invocation()), owner);
    String id = shown(session, endpoint.id());
    return session.answer(
        "sluice.endpoint/1",
        Listings.endpoint(endpoint, session.side()),
        console -> {
          console
              .out()
              .print(
                  SafeText.sentence(
                      endpoint.function().isPresent()
                          ? "Added endpoint {} {}; its private function never leaves this side."
                          : "Added endpoint {} {} with a mock function.",
                      id,
                      endpoint.path()));
          console.out().print(SafeText.sentence("Next: sluice approve {} --outgoing", id));
        });
  }
}
