package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts other tags on a request. */
@Command(
    name = "tag",
    header = "Put other tags on a request, in place of those it has.",
    footer = {"sluice request tag rq-7f2a --tag pay --tag 2026", "sluice request tag rq-7f2a"})
public final class RequestTagCommand extends DatasiteCommand {
  @Parameters(paramLabel = "REQUEST", description = "The start of its id, or its name.")
  private String request;

  @Option(
      names = "--tag",
      paramLabel = "WORD",
      description = "A tag to have; may be given again. Without it the request has none.")
  private List<String> tags = List.of();

  public RequestTagCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Request tagged = new Requests(site).tag(site.find("request", request), tags);
    String id = shown(session, tagged.id());
    return session.answer(
        "sluice.request/1",
        Listings.request(tagged),
        console ->
            console
                .out()
                .print(
                    SafeText.sentence(
                        "Request {} has the tags: {}.",
                        id,
                        tagged.tags().isEmpty() ? "none" : String.join(", ", tagged.tags()))));
  }
}
