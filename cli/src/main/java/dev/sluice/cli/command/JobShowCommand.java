package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Jobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a job. */
@Command(
    name = "show",
    header = "Show one job and what it left behind.",
    footer = {"sluice job show jb-19c4", "sluice job show jb-19c4 --json"})
public final class JobShowCommand extends DatasiteCommand {
  @Parameters(paramLabel = "JOB", description = "The start of its id.")
  private String job;

  public JobShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    var view = JobView.of(session, new Jobs(site).show(site.find("job", job)));
    return session.answer("sluice.job/1", view.json(), console -> view.print(console.out()));
  }
}
