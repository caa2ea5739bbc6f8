package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Prompt;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.importer.apply.Applier;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the state as decided. */
@Command(
    name = "apply",
    header = "Apply what was approved and settle what was rejected.",
    description = {
      "All of a peer's batches are applied in one write or none. With PLAN, only exactly that plan."
    },
    footer = {"sluice apply pl-3c9e17aa", "sluice apply --yes"})
public final class ApplyCommand extends SiteCommand {
  @Parameters(paramLabel = "PLAN", arity = "0..1", description = "The id that sluice plan printed.")
  private List<String> wanted = List.of();

  @Option(names = "--yes", description = "Apply without asking for the plan's id.")
  private boolean yes;

  public ApplyCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    IncomingPlan plan = Plans.incoming(session);
    PlanLines lines = PlanLines.of(plan, session.kinds());
    checkWanted(plan);
    boolean settles = settles(plan);
    if (settles) {
      confirm(session, plan, lines);
    }
    if (!plan.isEmpty()) {
      apply(session, plan);
    }
    if (!settles) {
      ApplyRefusals.check(session, plan);
    }
    return session.answer(
        "sluice.apply/1",
        Plans.json(plan, lines).build(),
        console -> console.out().print(report(plan, lines, settles)));
  }

  private void checkWanted(IncomingPlan plan) {
    if (!wanted.isEmpty() && !wanted.get(0).equals(plan.id())) {
      throw new CliException(
              ExitCode.STALE,
              SafeText.sentence("plan {} is not what an apply would do now", wanted.get(0)))
          .fact("asked for", wanted.get(0))
          .fact("present plan", plan.id())
          .meaning(SafeText.literal("Decisions, batches or the state changed since."))
          .help(SafeText.literal("sluice plan"));
    }
  }

  /** Whether an apply would change the state or answer the peer. */
  private static boolean settles(IncomingPlan plan) {
    return Stream.of(
            plan.all(ApplyPlan.Lots::applied),
            plan.all(ApplyPlan.Lots::settled),
            plan.all(ApplyPlan.Lots::rejected))
        .anyMatch(lot -> !lot.isEmpty());
  }

  private void confirm(Session session, IncomingPlan plan, PlanLines lines) {
    Prompt prompt = session.invocation().prompt();
    boolean named = !wanted.isEmpty() && !prompt.canAsk();
    if (yes || named) {
      return;
    }
    Plans.print(session.console().err(), plan, lines);
    prompt.confirm(
        SafeText.literal("Type the plan id to apply:"), plan.id(), "--yes, or name the plan");
  }

  /** Applies peer after peer; what was applied for one makes the plans for the others anew. */
  private static void apply(Session session, IncomingPlan plan) throws Exception {
    var applier = new Applier(session.store(), session.kinds());
    boolean first = true;
    for (ApplyPlan due : plan.plans()) {
      if (due.isEmpty()) {
        continue;
      }
      ApplyPlan fresh = first ? due : Plans.incoming(session).of(due.peer()).orElseThrow();
      if (!fresh.id().equals(due.id())) {
        throw new CliException(
                ExitCode.STALE,
                SafeText.sentence("the plan for {} changed with the ones before", due.peer()))
            .effect(Effect.SOMETHING_CHANGED)
            .meaning(SafeText.literal("What was planned for the peers before it is applied."))
            .help(SafeText.literal("sluice plan"));
      }
      applier.apply(fresh, session.actor());
      first = false;
    }
  }

  private static SafeText report(IncomingPlan plan, PlanLines lines, boolean settles) {
    if (!settles) {
      return SafeText.literal("Nothing to apply.");
    }
    List<StagedBatch> held = plan.all(ApplyPlan.Lots::conflicting);
    SafeText conflicts =
        held.isEmpty()
            ? SafeText.EMPTY
            : SafeText.sentence(" {} in conflict stay beside what is here.", held.size());
    return SafeText.sentence(
        "Applied {}: {}.{} The next export tells the other side.",
        plan.id(),
        lines.summary(),
        conflicts);
  }
}
