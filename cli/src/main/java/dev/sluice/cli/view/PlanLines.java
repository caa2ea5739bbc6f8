package dev.sluice.cli.view;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Table;
import dev.sluice.cli.view.PlanLine.Action;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The lines of a plan, one for each object that changes and for each batch that does not. */
public final class PlanLines {
  private final Names names;
  private final List<PlanLine> lines;
  private final int hidden;

  PlanLines(Names names, List<PlanLine> lines, int hidden) {
    this.names = names;
    this.lines = List.copyOf(lines);
    this.hidden = hidden;
  }

  /** What an apply would do. */
  public static PlanLines of(IncomingPlan plan, Kinds kinds) {
    return of(plan, kinds, BatchFilter.EVERYTHING);
  }

  /** What an apply would do with the batches that {@code filter} shows. */
  public static PlanLines of(IncomingPlan plan, Kinds kinds, BatchFilter filter) {
    return new PlanOutline(plan.names(), kinds, filter).of(plan);
  }

  /**
   * What the next export would carry of the batches that {@code filter} shows. What it cannot judge
   * it shows: roots that make no batch, and batches of former exports.
   */
  public static PlanLines of(ExportPlan plan, Names names, Kinds kinds, BatchFilter filter) {
    return new PlanOutline(names, kinds, filter).of(plan);
  }

  /** Whether the plan says nothing at all. */
  public boolean isEmpty() {
    return lines.isEmpty() && hidden == 0;
  }

  /** How many batches the filter leaves out; what is done is not narrowed down with it. */
  public int hidden() {
    return hidden;
  }

  /** The lines in the order of the plan. */
  public List<PlanLine> lines() {
    return lines;
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
