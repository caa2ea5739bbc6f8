package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Sharing;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The results and logs that {@code share} and {@code withhold} are about. */
final class PrivateObjects {
  private static final String JOB = "jb-";

  @Parameters(
      paramLabel = "OBJECT",
      arity = "1..*",
      description = "Results and logs; a job with --result, --log or both.")
  private List<String> typed = List.of();

  @Option(names = "--result", description = "The results of the jobs named.")
  private boolean result;

  @Option(names = "--log", description = "The logs of the jobs named.")
  private boolean log;

  /** What this site calls itself while {@code session} works on it. */
  static Datasite site(Session session) throws Exception {
    return new Datasite(session.store(), session.kinds(), session.random(), session.actor());
  }

  /** The ids of the results and logs, each once. */
  List<ObjectId> ids(Session session) throws Exception {
    List<ObjectId> named =
        session.<List<ObjectId>, RuntimeException>read(
            view -> {
              ShortIds ids = ShortIds.of(view);
              return typed.stream().map(ids::find).toList();
            });
    Set<ObjectId> objects = new LinkedHashSet<>();
    for (ObjectId id : named) {
      objects.addAll(id.text().startsWith(JOB) ? ofJob(session, id) : List.of(id));
    }
    return List.copyOf(objects);
  }

  private List<ObjectId> ofJob(Session session, ObjectId job) throws Exception {
    Set<JobItem.What> what = EnumSet.noneOf(JobItem.What.class);
    if (result) {
      what.add(JobItem.What.RESULT);
    }
    if (log) {
      what.add(JobItem.What.LOG);
    }
    if (what.isEmpty()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("which of the job's data?"))
          .help(SafeText.literal("--result, --log or both"));
    }
    return new Sharing(site(session)).ofJob(job, what);
  }

  /** What is private in {@code objects} now. */
  static List<PrivateItem> items(Session session, List<ObjectId> objects) throws Exception {
    return session.<List<PrivateItem>, RuntimeException>read(
        view -> {
          var items = new ArrayList<PrivateItem>();
          for (ObjectId id : objects) {
            StateObject object = view.find(id).orElseThrow(() -> nothing(id));
            Kind kind = session.kinds().kind(object.kind()).orElseThrow();
            List<PrivateItem> own = PrivateItem.of(object, kind, view);
            if (own.isEmpty()) {
              throw nothing(id);
            }
            items.addAll(own);
          }
          return List.copyOf(items);
        });
  }

  private static CliException nothing(ObjectId id) {
    return new CliException(
            ExitCode.USAGE, SafeText.sentence("{} holds nothing that could be shared", id))
        .help(SafeText.literal("what is private: sluice batch show JOB --outgoing"));
  }
}
