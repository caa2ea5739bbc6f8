package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Denies a request. */
@Command(
    name = "deny",
    header = "Reject a request that is here already, on the high side.",
    description = {
      "What was shared of it and has not left stays here. What has left can still be read."
    },
    footer = {
      "sluice request deny rq-7f2a --reason \"Returns single persons\"",
      "sluice request deny total --reason \"No purpose given\""
    })
public final class RequestDenyCommand extends DatasiteCommand {
  @Parameters(paramLabel = "REQUEST", description = "The start of its id, or its name.")
  private String request;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; the requester will read it.")
  private String reason;

  public RequestDenyCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Request denied = new Requests(site).deny(site.find("request", request), reason);
    String id = shown(session, denied.id());
    int readable = new Requests(site).sentResults(denied.id()).size();
    if (readable > 0) {
      session
          .console()
          .warn(
              SafeText.sentence(
                  "results of {} that have left and can still be read: {}", id, readable));
    }
    return session.answer(
        "sluice.request/1",
        Listings.request(denied),
        console -> {
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Rejected request {}. {} will be told why.", id, denied.requester()));
          console.out().print(SafeText.literal("Next: sluice export"));
        });
  }
}
