package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.ObjectId;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the jobs. */
@Command(
    name = "list",
    header = "List the jobs, newest first where that is known.",
    footer = {"sluice job list", "sluice job list rq-7f2a"})
public final class JobListCommand extends DatasiteCommand {
  @Parameters(arity = "0..1", paramLabel = "REQUEST", description = "Only jobs of this request.")
  private String request;

  public JobListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Optional<ObjectId> of = Optional.empty();
    if (request != null) {
      of = Optional.of(site.find("request", request));
    }
    Table table = Table.headed("ID", "NAME", "FOR", "STATUS", "ENDED", "ITEMS");
    var rows = new ArrayList<Json>();
    for (Job job : new Jobs(site).list(of)) {
      var view = JobView.of(session, job);
      rows.add(view.json());
      table.row(
          SafeText.of(view.id()),
          SafeText.of(job.name()),
          SafeText.of(job.requester()),
          SafeText.of(job.status()),
          SafeText.of(job.ended().orElse("-")),
          SafeText.of(view.items()));
    }
    return session.answer("sluice.jobs/1", Json.array(rows), console -> console.out().print(table));
  }
}
