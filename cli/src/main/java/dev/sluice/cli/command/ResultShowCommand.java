package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Results;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a result. */
@Command(
    name = "show",
    header = "Read a released result as the researcher it belongs to.",
    footer = {
      "sluice result show rq-7f2a --for curie@example.org",
      "sluice result show rs-55d0 --for curie@example.org --output totals.csv"
    })
public final class ResultShowCommand extends DatasiteCommand {
  @Parameters(
      paramLabel = "REQUEST|RESULT",
      description = "The start of the id of either, or the request's name.")
  private String result;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "EMAIL",
      description = "Who wants to read it.")
  private String reader;

  @Option(names = "--output", paramLabel = "FILE", description = "Write it to a new file instead.")
  private Path output;

  public ResultShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Results.Released released = new Results(site).find(id(site), reader);
    PartRef value = released.value();
    PartAnswer answer = PartAnswer.of(site, value, released.id());
    return output == null
        ? answer.print(session, "sluice.result/1")
        : answer.write(session, "sluice.result/1", invocation().resolve(output));
  }

  private ObjectId id(Datasite site) throws Exception {
    String kind = result.startsWith("rs-") ? "result" : "request";
    return site.find(kind, result);
  }
}
