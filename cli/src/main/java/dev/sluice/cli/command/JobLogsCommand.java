package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.JobLogs;
import dev.sluice.datasite.Jobs;
import dev.sluice.state.PartRef;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a log. */
@Command(
    name = "logs",
    header = "Print what a job wrote.",
    footer = {"sluice job logs jb-19c4", "sluice job logs jb-19c4 --stderr"})
public final class JobLogsCommand extends DatasiteCommand {
  @Parameters(paramLabel = "JOB", description = "The start of its id.")
  private String job;

  @Option(names = "--stderr", description = "Standard error instead of standard output.")
  private boolean stderr;

  public JobLogsCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    JobLogs logs = new Jobs(site).logs(site.find("job", job));
    Optional<PartRef> stream = stderr ? logs.stderr() : logs.stdout();
    List<SafeText> lines = PartText.lines(site, stream.orElseThrow(this::withheld));
    return session.answer(
        "sluice.job-logs/1",
        Json.object()
            .put("lines", Json.texts(lines.stream().map(SafeText::toString).toList()))
            .put("stream", stderr ? "stderr" : "stdout")
            .build(),
        console -> console.out().print(lines));
  }

  private CliException withheld() {
    return new CliException(
            ExitCode.NEEDS_REVIEW,
            SafeText.sentence("there is no {} of this job here", stderr ? "stderr" : "stdout"))
        .meaning(
            SafeText.literal(
                "Logs stay on the high side until stdout is released; stderr never leaves it."));
  }
}
