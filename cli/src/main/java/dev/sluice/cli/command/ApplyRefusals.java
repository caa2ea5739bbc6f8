package dev.sluice.cli.command;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Conflicts;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.Names;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.ObjectId;
import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;

/** Why nothing was applied although batches wait. */
final class ApplyRefusals {
  private ApplyRefusals() {}

  /** Refuses if something stands in the way that a person has to see to. */
  static void check(IncomingPlan plan, Session session) {
    Optional<CliException> refusal = refusal(plan, session);
    if (refusal.isPresent()) {
      throw refusal
          .get()
          .effect(plan.isEmpty() ? Effect.NOTHING_CHANGED : Effect.SOMETHING_CHANGED);
    }
  }

  private static Optional<CliException> refusal(IncomingPlan plan, Session session) {
    List<StagedBatch> conflicts = plan.all(ApplyPlan.Lots::conflicting);
    if (!plan.blocked().isEmpty()) {
      return Optional.of(blocked(plan));
    }
    if (!conflicts.isEmpty()) {
      return Optional.of(conflict(plan, conflicts, session));
    }
    long open = plan.waiting().stream().filter(batch -> batch.listed().standing().isOpen()).count();
    return open == 0 ? Optional.empty() : Optional.of(undecided(open));
  }

  private static CliException undecided(long open) {
    return new CliException(
            ExitCode.NEEDS_REVIEW,
            SafeText.sentence("nothing is approved, and {} undecided batches wait", open))
        .help(SafeText.literal("sluice diff"))
        .help(SafeText.literal("sluice approve ID"));
  }

  private static CliException conflict(
      IncomingPlan plan, List<StagedBatch> conflicts, Session session) {
    ListedBatch batch = conflicts.get(0).listed();
    String id = plan.names().of(batch.root());
    var refusal =
        new CliException(
                ExitCode.CONFLICT,
                SafeText.sentence(
                    "{} changed on both sides since they last agreed",
                    BatchWords.name(batch, plan.names())))
            .subject("batch", batch.root().text());
    for (ObjectDiff object : batch.diff().objects()) {
      if (object.status() == Status.CONFLICT) {
        addFields(refusal, plan.names(), batch, object);
      }
    }
    if (conflicts.size() > 1) {
      refusal.fact("more conflicts", conflicts.size() - 1L);
    }
    refusal
        .meaning(SafeText.literal("What came in is kept beside what is here."))
        .help(SafeText.sentence("look at all of it: sluice diff {}", id));
    Conflicts.waysOut(batch, session.kinds(), session.side(), plan.names()).forEach(refusal::help);
    return refusal;
  }

  private static void addFields(
      CliException refusal, Names names, ListedBatch batch, ObjectDiff object) {
    String of = object.id().equals(batch.root()) ? "" : names.of(object.id()) + " ";
    for (FieldDiff field : object.fields()) {
      refusal.fact(of + field.name() + " incoming", value(field.after()));
      refusal.fact(of + field.name() + " here", value(field.before()));
      refusal.fact(of + field.name() + " last agreed", value(field.base()));
    }
    object
        .parts()
        .forEach(part -> refusal.fact(of + part.name(), "has other content on each side"));
  }

  private static String value(Optional<Json> value) {
    return value.map(CanonicalJson::text).orElse("(nothing)");
  }

  private static CliException blocked(IncomingPlan plan) {
    ApplyPlan.Blocked blocked = plan.blocked().get(0);
    ListedBatch batch = blocked.batch().listed();
    String id = plan.names().of(batch.root());
    var refusal =
        new CliException(
                ExitCode.MISSING_DEPENDENCY,
                SafeText.sentence(
                    "{} needs {}, which this side doesn't have",
                    BatchWords.name(batch, plan.names()),
                    plan.names().of(blocked.missing().get(0))))
            .subject("batch", batch.root().text());
    for (ObjectId missing : blocked.missing()) {
      waiting(plan, missing)
          .ifPresentOrElse(
              needed ->
                  refusal
                      .fact(plan.names().of(missing), "waits, " + needed.standing())
                      .help(step(needed, plan.names())),
              () -> refusal.fact(plan.names().of(missing), "has not come in"));
    }
    return refusal.help(SafeText.sentence("or leave it for later: sluice skip {}", id));
  }

  private static SafeText step(ListedBatch needed, Names names) {
    return SafeText.sentence(
        switch (needed.standing()) {
          case IGNORED -> "sluice unignore {}";
          case UNDECIDED, APPROVED, REJECTED, SKIPPED, REVIVED, STALE -> "sluice approve {}";
        },
        names.of(needed.root()));
  }

  /** The batch that waits and would bring {@code object}. */
  private static Optional<ListedBatch> waiting(IncomingPlan plan, ObjectId object) {
    return plan.waiting().stream()
        .map(StagedBatch::listed)
        .filter(batch -> batch.objects().contains(object))
        .findFirst();
  }
}
