package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobOutcome;
import dev.sluice.datasite.Jobs;
import dev.sluice.datasite.Workbench;
import dev.sluice.datasite.run.CodeRunner;
import dev.sluice.datasite.run.RunLimits;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.text.SafeText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a request. */
@Command(
    name = "run",
    header = "Run a request on its private data, on the high side.",
    footer = {"sluice job run rq-7f2a", "sluice job run rq-7f2a --timeout 600 --memory 4G"})
public final class JobRunCommand extends DatasiteCommand {
  @Parameters(paramLabel = "REQUEST", description = "The start of its id, or its name.")
  private String request;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Stop the code after so long; 600 unless said.")
  private long timeout = RunLimits.DEFAULT.wallTime().toSeconds();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "What a process may use, such as 4G; 2G unless said.")
  private long memory = RunLimits.DEFAULT.memoryBytes();

  public JobRunCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    session.requireSide(Side.HIGH);
    ObjectId id = site.find("request", request);
    Workbench bench = bench(session);
    if (!bench.runner().isolation().deniesNetwork()) {
      session.console().warn(SafeText.of(bench.runner().isolation().sentence()));
    }
    session.console().note(SafeText.sentence("Running {}.", shown(session, id)));
    var jobs = new Jobs(site);
    JobOutcome outcome = jobs.run(id, bench);
    Job job = jobs.show(outcome.job());
    var view = JobView.of(session, job);
    return session.answer(
        "sluice.job/1",
        view.json(),
        console -> {
          view.print(console.out());
          console.out().print(view.next());
        });
  }

  private Workbench bench(Session session) throws Exception {
    Path folder = session.site().path();
    Path scratch = Files.createDirectories(folder.resolve("jobs"));
    String path = invocation().environment().variable("PATH").orElse("");
    return new Workbench(CodeRunner.detect(path), limits(), scratch, List.of(folder));
  }

  private RunLimits limits() {
    try {
      return RunLimits.DEFAULT.withWallTime(Duration.ofSeconds(timeout)).withMemoryBytes(memory);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, SafeText.of(e.getMessage()));
    }
  }
}
