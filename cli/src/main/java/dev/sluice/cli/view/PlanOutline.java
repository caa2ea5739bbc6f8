package dev.sluice.cli.view;

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
import java.util.stream.Collectors;

/** Goes through a plan and writes down a line for whatever its filter shows. */
final class PlanOutline {
  private final List<PlanLine> lines = new ArrayList<>();
  private final Set<ObjectId> hidden = new HashSet<>();
  private final Names names;
  private final Kinds kinds;
  private final BatchFilter filter;

  PlanOutline(Names names, Kinds kinds, BatchFilter filter) {
    this.names = names;
    this.kinds = kinds;
    this.filter = filter;
  }

  PlanLines of(IncomingPlan plan) {
    plan.all(ApplyPlan.Lots::applied).forEach(batch -> addObjects(batch.listed()));
    plan.all(ApplyPlan.Lots::settled)
        .forEach(batch -> add(Action.SAME, batch.listed(), SafeText.literal("here already")));
    plan.all(ApplyPlan.Lots::rejected).forEach(batch -> add(Action.REJECT, batch.listed()));
    plan.all(ApplyPlan.Lots::conflicting).forEach(batch -> add(Action.CONFLICT, batch.listed()));
    plan.blocked().forEach(this::addBlocked);
    plan.waiting().stream().map(StagedBatch::listed).forEach(batch -> add(stays(batch), batch));
    return lines();
  }

  PlanLines of(ExportPlan plan) {
    plan.released().forEach(this::addObjects);
    plan.heldBack().forEach(batch -> add(stays(batch), batch));
    plan.broken()
        .forEach(
            broken ->
                add(
                    Action.BLOCKED,
                    broken.root(),
                    SafeText.sentence("{}", broken.problem().getMessage())));
    plan.repeated()
        .forEach(
            entry ->
                add(Action.SAME, entry.root(), SafeText.literal("sent before, not confirmed yet")));
    return lines();
  }

  /** A root of which no batch is at hand that a filter could judge. */
  private void add(Action action, ObjectId root, SafeText remark) {
    String kind = kinds.forPrefix(root.prefix()).orElseThrow().name();
    lines.add(new PlanLine(action, root, kind, "", remark));
  }

  private PlanLines lines() {
    return new PlanLines(names, lines, hidden.size());
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
}
