package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.datasite.Code;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.state.PartRef;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a request. */
@Command(
    name = "show",
    header = "Show one request with its code.",
    footer = {"sluice request show rq-7f2a", "sluice request show rq-7f2a --json"})
public final class RequestShowCommand extends DatasiteCommand {
  @Parameters(paramLabel = "REQUEST", description = "The start of its id, or its name.")
  private String request;

  public RequestShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    var requests = new Requests(site);
    Request found = requests.show(site.find("request", request));
    Optional<PartRef> source = requests.code(found).flatMap(Code::source);
    Facts facts = facts(session, found);
    List<SafeText> lines = source.isPresent() ? PartText.lines(site, source.get()) : List.of();
    return session.answer(
        "sluice.request/1",
        Listings.request(found),
        console -> {
          console.out().print(facts);
          lines.forEach(line -> console.out().print(SafeText.literal("  | ").plus(line)));
        });
  }

  private static Facts facts(Session session, Request request) throws Exception {
    Facts facts =
        Facts.none()
            .and("request", shown(session, request.id()))
            .and("name", request.name())
            .and("by", request.requester())
            .and("status", request.status().word());
    if (request.status().reason().isPresent()) {
      facts = facts.and("reason", request.status().reason().get());
    }
    facts = facts.and("purpose", request.purpose()).and("tags", String.join(", ", request.tags()));
    if (request.project().isPresent()) {
      facts = facts.and("project", shown(session, request.project().get()));
    }
    return request.code().isPresent()
        ? facts.and("code", shown(session, request.code().get()))
        : facts;
  }
}
