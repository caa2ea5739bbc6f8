package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.Side;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deposits a result. */
@Command(
    name = "deposit",
    header = "Keep a value as the result of a request without running its code.",
    footer = {
      "sluice job deposit rq-7f2a --value totals.csv",
      "sluice job deposit rq-7f2a --value totals.csv --log steps.txt"
    })
public final class JobDepositCommand extends DatasiteCommand {
  @Parameters(paramLabel = "REQUEST", description = "The start of its id, or its name.")
  private String request;

  @Option(names = "--value", required = true, paramLabel = "FILE", description = "The result.")
  private Path value;

  @Option(names = "--log", paramLabel = "FILE", description = "What to keep as standard output.")
  private Path log;

  public JobDepositCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    session.requireSide(Side.HIGH);
    Job job =
        new Jobs(site)
            .deposit(
                site.find("request", request),
                invocation().resolve(value),
                Optional.ofNullable(log).map(invocation()::resolve));
    var view = JobView.of(session, job);
    return session.answer(
        "sluice.job/1",
        view.json(),
        console -> {
          view.print(console.out());
          console.out().print(view.next());
        });
  }
}
