package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Prompt;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.state.text.SafeText;
import java.util.List;
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
    boolean changes = changes(plan);
    if (changes) {
      confirm(session, plan, lines);
    }
    if (!plan.isEmpty()) {
      Plans.of(session).apply(plan);
    }
    if (!changes) {
      ApplyRefusals.check(plan, session);
    }
    return session.answer(
        "sluice.apply/1",
        Plans.json(plan, lines).build(),
        console -> console.out().print(changes ? applied(plan, lines) : nothing(plan)));
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

  /**
   * Whether a person's decisions would be carried out. Settling what says nothing new, and holding
   * a conflict, changes no object and is done unasked.
   */
  static boolean changes(IncomingPlan plan) {
    return !plan.all(ApplyPlan.Lots::applied).isEmpty()
        || !plan.all(ApplyPlan.Lots::rejected).isEmpty();
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

  /** What was done, in a sentence. */
  static SafeText applied(IncomingPlan plan, PlanLines lines) {
    int held = plan.all(ApplyPlan.Lots::conflicting).size();
    SafeText conflicts =
        held == 0
            ? SafeText.EMPTY
            : SafeText.sentence(" In conflict and kept beside what is here: {}.", held);
    return SafeText.sentence(
        "Applied {}: {}.{} The next export tells the other side.",
        plan.id(),
        lines.done(),
        conflicts);
  }

  private static SafeText nothing(IncomingPlan plan) {
    int settled = plan.all(ApplyPlan.Lots::settled).size();
    return settled == 0
        ? SafeText.literal("Nothing to apply.")
        : SafeText.sentence("Nothing to apply; settled without a change: {}.", settled);
  }
}
