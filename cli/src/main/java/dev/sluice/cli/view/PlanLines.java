package dev.sluice.cli.view;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Table;
import dev.sluice.cli.view.PlanLine.Action;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.ObjectId;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Take;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of a plan, one for each object that changes and for each batch that does not. */
public final class PlanLines {
  private final List<PlanLine> lines = new ArrayList<>();
  private final Set<ObjectId> hidden = new HashSet<>();
  private final Names names;
  private final Kinds kinds;
  private final BatchFilter filter;

  private PlanLines(Names names, Kinds kinds, BatchFilter filter) {
    this.names = names;
    this.kinds = kinds;
    this.filter = filter;
  }

  /** What an apply would do. */
  public static PlanLines of(IncomingPlan plan, Kinds kinds) {
    return of(plan, kinds, BatchFilter.EVERYTHING);
  }

  /** What an apply would do with the batches that {@code filter} shows. */
  public static PlanLines of(IncomingPlan plan, Kinds kinds, BatchFilter filter) {
    var lines = new PlanLines(plan.names(), kinds, filter);
    plan.all(ApplyPlan.Lots::applied).forEach(batch -> lines.addObjects(batch.listed()));
    plan.all(ApplyPlan.Lots::settled).forEach(batch -> lines.add(Action.SAME, batch.listed()));
    plan.all(ApplyPlan.Lots::rejected).forEach(batch -> lines.add(Action.REJECT, batch.listed()));
    plan.all(ApplyPlan.Lots::conflicting)
        .forEach(batch -> lines.add(Action.CONFLICT, batch.listed()));
    plan.blocked().forEach(lines::addBlocked);
    plan.waiting().stream()
        .map(StagedBatch::listed)
        .forEach(batch -> lines.add(stays(batch), batch));
    return lines;
  }

  /**
   * What the next export would carry of the batches that {@code filter} shows. What it cannot judge
   * it shows: roots that make no batch, and batches of former exports.
   */
  public static PlanLines of(ExportPlan plan, Names names, Kinds kinds, BatchFilter filter) {
    var lines = new PlanLines(names, kinds, filter);
    plan.released().forEach(lines::addObjects);
    plan.heldBack().forEach(batch -> lines.add(stays(batch), batch));
    plan.broken()
        .forEach(
            broken ->
                lines.lines.add(
                    new PlanLine(
                        Action.BLOCKED,
                        broken.root(),
                        kinds.forPrefix(broken.root().prefix()).orElseThrow().name(),
                        "",
                        SafeText.sentence("{}", broken.problem().getMessage()))));
    plan.repeated()
        .forEach(
            entry ->
                lines.lines.add(
                    new PlanLine(
                        Action.SAME,
                        entry.root(),
                        kinds.forPrefix(entry.root().prefix()).orElseThrow().name(),
                        "",
                        SafeText.literal("sent before, not confirmed yet"))));
    return lines;
  }

  private static Action stays(ListedBatch batch) {
    return switch (batch.standing()) {
      case IGNORED -> Action.IGNORE;
      case REJECTED -> Action.REJECT;
      case UNDECIDED, APPROVED, SKIPPED, REVIVED, STALE -> Action.WAIT;
    };
  }

  private void add(Action action, ListedBatch batch) {
    SafeText remark = BatchWords.decision(batch);
    add(action, batch, batch.standing() == Standing.UNDECIDED ? undecided() : remark);
  }

  private static SafeText undecided() {
    return SafeText.literal("undecided");
  }

  private void add(Action action, ListedBatch batch, SafeText remark) {
    if (shows(batch)) {
      lines.add(new PlanLine(action, batch.root(), batch.kind().name(), batch.title(), remark));
    }
  }

  private boolean shows(ListedBatch batch) {
    boolean shown = !filter.select(List.of(batch)).batches().isEmpty();
    if (!shown) {
      hidden.add(batch.root());
    }
    return shown;
  }

  private void addBlocked(ApplyPlan.Blocked blocked) {
    String missing = blocked.missing().stream().map(names::of).collect(Collectors.joining(", "));
    add(Action.BLOCKED, blocked.batch().listed(), SafeText.sentence("needs {}", missing));
  }

  private void addObjects(ListedBatch batch) {
    if (!shows(batch)) {
      return;
    }
    List<ObjectDiff> objects = batch.diff().objects();
    for (int i = 0; i < objects.size(); i++) {
      ObjectDiff object = objects.get(i);
      String title = ListedBatch.titleOf(batch.whole().documents().get(i), kinds);
      lines.add(
          new PlanLine(
              action(batch, object.status()),
              object.id(),
              object.kind(),
              title,
              remark(batch, object)));
    }
  }

  private static Action action(ListedBatch batch, Status status) {
    return switch (status) {
      case NEW -> Action.CREATE;
      case CHANGED -> Action.UPDATE;
      case REMOVED -> Action.REMOVE;
      case SAME -> Action.SAME;
      case CONFLICT ->
          batch
              .take()
              .map(take -> take == Take.MINE ? Action.TAKE_MINE : Action.TAKE_INCOMING)
              .orElse(Action.CONFLICT);
    };
  }

  private SafeText remark(ListedBatch batch, ObjectDiff object) {
    if (!object.id().equals(batch.root())) {
      return SafeText.sentence("with {}", names.of(batch.root()));
    }
    return batch.standing() == Standing.APPROVED
        ? BatchWords.decision(batch)
        : SafeText.literal("needs no approval on this side");
  }

  /** Whether the plan says nothing at all. */
  public boolean isEmpty() {
    return lines.isEmpty() && hidden.isEmpty();
  }

  /** How many batches the filter leaves out; what is done is not narrowed down with it. */
  public int hidden() {
    return hidden.size();
  }

  /** The lines in the order of the plan. */
  public List<PlanLine> lines() {
    return List.copyOf(lines);
  }

  /** Prints the lines in columns. */
  public void print(Printer out) {
    Table table = Table.plain();
    for (PlanLine line : lines) {
      table.row(
          line.action().shown(),
          SafeText.of(line.kind()),
          SafeText.of(names.of(line.object())),
          BatchWords.title(line.title()),
          line.remark());
    }
    out.print(table);
  }

  /** How many of each, for instance {@code 2 to create, 1 waiting}. */
  public SafeText due() {
    return summary(Action::due);
  }

  /** The same once it is done, for instance {@code 2 created, 1 waiting}. */
  public SafeText done() {
    return summary(Action::done);
  }

  private SafeText summary(Function<Action, String> words) {
    var counts = new ArrayList<String>();
    for (Action action : Action.values()) {
      if (count(action) > 0) {
        counts.add(count(action) + " " + words.apply(action));
      }
    }
    return SafeText.of(counts.isEmpty() ? "nothing" : String.join(", ", counts));
  }

  private long count(Action action) {
    return lines.stream().filter(line -> line.action() == action).count();
  }

  public Json json() {
    return Json.array(lines.stream().map(PlanLine::json).toList());
  }

  /** How many lines of each action; every action is a key. */
  public Json summaryJson() {
    var summary = Json.object();
    for (Action action : Action.values()) {
      summary.put(Shown.word(action), count(action));
    }
    return summary.build();
  }
}
