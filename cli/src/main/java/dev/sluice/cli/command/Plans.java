package dev.sluice.cli.command;

import dev.sluice.api.Incoming;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.state.text.SafeText;

/** Plans of what came in, made and shown in one way by {@code plan} and {@code apply}. */
final class Plans {
  private Plans() {}

  /** What came in on the session's site. */
  static Incoming of(Session session) throws Exception {
    return new Incoming(session.datasite(), session.decisions(), view -> ShortIds.of(view)::shown);
  }

  /** What an apply would do now. */
  static IncomingPlan incoming(Session session) throws Exception {
    return of(session).plan();
  }

  static void print(Printer out, IncomingPlan plan, PlanLines lines) {
    if (lines.isEmpty()) {
      out.print(SafeText.literal("Nothing waits to be applied."));
      return;
    }
    out.print(SafeText.sentence("Plan {}  incoming", plan.id()));
    lines.print(out);
    out.print(SafeText.sentence("Plan: {}.", lines.due()));
    printHidden(out, lines);
  }

  /** Says what a filter leaves out, so that nobody takes the rest for all. */
  static void printHidden(Printer out, PlanLines lines) {
    if (lines.hidden() > 0) {
      out.print(
          SafeText.sentence(
              lines.hidden() == 1
                  ? "Hidden: {} batch left out by the filter. It is part of the plan all the same."
                  : "Hidden: {} batches left out by the filter. They are part of the plan all the"
                      + " same.",
              lines.hidden()));
    }
  }

  static Json.Builder json(IncomingPlan plan, PlanLines lines) {
    return Json.object()
        .put("plan", Json.object().put("id", plan.id()).put("direction", "incoming").build())
        .put("summary", lines.summaryJson())
        .put("hidden", lines.hidden())
        .put("objects", lines.json());
  }
}
