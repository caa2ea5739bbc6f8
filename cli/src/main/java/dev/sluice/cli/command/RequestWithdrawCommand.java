package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Withdraws a request. */
@Command(
    name = "withdraw",
    header = "Take a pending request back, on the low side.",
    footer = {"sluice request withdraw rq-7f2a", "sluice request withdraw rq-7f2a --json"})
public final class RequestWithdrawCommand extends DatasiteCommand {
  @Parameters(paramLabel = "REQUEST", description = "The start of its id, or its name.")
  private String request;

  public RequestWithdrawCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Request withdrawn = new Requests(site).withdraw(site.find("request", request));
    String id = shown(session, withdrawn.id());
    return session.answer(
        "sluice.request/1",
        Listings.request(withdrawn),
        console -> {
          console.out().print(SafeText.sentence("Withdrew request {}.", id));
          console
              .out()
              .print(SafeText.literal("Next: sluice export, so that the data owner hears of it"));
        });
  }
}
