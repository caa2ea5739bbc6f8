package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Sharing;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The private items that {@code share}, {@code withhold} and {@code withdraw} are about. */
final class PrivateObjects {
  private static final String JOB = "jb-";

  @Parameters(
      paramLabel = "OBJECT",
      arity = "1..*",
      description = "Whatever holds private data; a job with --result, --log or both.")
  private List<String> typed = List.of();

  @Option(names = "--result", description = "The results of the jobs named.")
  private boolean result;

  @Option(names = "--log", description = "The logs of the jobs named.")
  private boolean log;

  @Option(
      names = "--item",
      paramLabel = "NAME",
      description = "Only the private field or part of this name; can be given again.")
  private List<String> only = List.of();

  /** The private items that are meant, each once, shared or not. */
  List<PrivateItem> items(Session session) throws Exception {
    List<ObjectId> ids = ids(session);
    List<PrivateItem> all = new Sharing(session.datasite()).items(ids);
    if (only.isEmpty()) {
      return all;
    }
    for (String name : only) {
      if (all.stream().noneMatch(item -> isCalled(item, name))) {
        throw new CliException(
                ExitCode.USAGE, SafeText.sentence("nothing private here is called {}", name))
            .help(
                SafeText.sentence(
                    "there is: {}",
                    String.join(", ", all.stream().map(PrivateItem::item).distinct().toList())));
      }
    }
    return all.stream()
        .filter(item -> only.stream().anyMatch(name -> isCalled(item, name)))
        .toList();
  }

  private static boolean isCalled(PrivateItem item, String name) {
    return item.item().equals(name) || item.item().endsWith(":" + name);
  }

  /** The objects that are meant, each once. */
  List<ObjectId> ids(Session session) throws Exception {
    List<ObjectId> named =
        session.<List<ObjectId>, RuntimeException>read(
            view -> {
              ShortIds ids = ShortIds.of(view);
              return typed.stream().map(ids::find).toList();
            });
    Set<ObjectId> objects = new LinkedHashSet<>();
    for (ObjectId id : named) {
      boolean itself = !id.text().startsWith(JOB) || !only.isEmpty();
      objects.addAll(itself ? List.of(id) : ofJob(session, id));
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
          .help(SafeText.literal("--result, --log or both; --item error for its error text"));
    }
    return new Sharing(session.datasite()).ofJob(job, what);
  }
}
