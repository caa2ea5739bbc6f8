package dev.sluice.cli.command;

import dev.sluice.api.Dispatch;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.BatchFilter.Extra;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what apply or export would do. */
@Command(
    name = "plan",
    header = "Say what the next apply would do, or with --outgoing the next export.",
    description = "A filter narrows down what is shown, never what will be done.",
    footer = {
      "sluice plan",
      "sluice plan --by curie@example.org --type request",
      "sluice plan --outgoing --detailed-exitcode"
    })
public final class PlanCommand extends SiteCommand {
  /** A plan has lines for what a list leaves out by default. */
  private static final Set<Extra> ALL = EnumSet.of(Extra.SAME, Extra.IGNORED, Extra.HIDDEN_KINDS);

  @Mixin private final DirectionOptions direction = new DirectionOptions();
  @Mixin private final NarrowOptions narrow = new NarrowOptions();

  @Option(names = "--detailed-exitcode", description = "End with 3 if there is something to do.")
  private boolean detailed;

  public PlanCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    boolean outgoing = direction.chosen().filter(Direction.OUT::equals).isPresent();
    BatchFilter filter = narrow.filter(session.kinds(), ALL);
    boolean something = outgoing ? outgoing(session, filter) : incoming(session, filter);
    return detailed && something ? ExitCode.CHANGES_PRESENT : ExitCode.OK;
  }

  private static boolean incoming(Session session, BatchFilter filter) throws Exception {
    IncomingPlan plan = Plans.incoming(session);
    PlanLines lines = PlanLines.of(plan, session.kinds(), filter);
    session.answer(
        "sluice.plan/1",
        Plans.json(plan, lines).build(),
        console -> {
          Plans.print(console.out(), plan, lines);
          if (!plan.isEmpty()) {
            console.out().print(SafeText.sentence("Next: sluice apply {}", plan.id()));
          }
        });
    return !plan.isEmpty();
  }

  private static boolean outgoing(Session session, BatchFilter filter) throws Exception {
    Listing listing = Batches.of(session).listing();
    Map<String, ExportPlan> plans = new LinkedHashMap<>();
    for (ConfirmedPairing pairing : session.peers().confirmed()) {
      String peer = session.peers().peerName(pairing.pairing());
      plans.put(peer, Dispatch.to(peer, session.access(), session.decisions()).plan());
    }
    Map<String, PlanLines> lines = new LinkedHashMap<>();
    plans.forEach(
        (peer, plan) ->
            lines.put(peer, PlanLines.of(plan, listing.names(), session.kinds(), filter)));
    var json = new ArrayList<Json>();
    plans.forEach((peer, plan) -> json.add(json(peer, plan, lines.get(peer))));
    session.answer(
        "sluice.plan/1",
        Json.object()
            .put("plan", Json.object().put("direction", "outgoing").build())
            .put("peers", Json.array(json))
            .build(),
        console ->
            plans.forEach((peer, plan) -> print(console.out(), peer, plan, lines.get(peer))));
    return plans.values().stream().anyMatch(plan -> !plan.isEmpty());
  }

  private static Json json(String peer, ExportPlan plan, PlanLines lines) {
    return Json.object()
        .put("peer", peer)
        .put("summary", lines.summaryJson())
        .put("hidden", lines.hidden())
        .put("objects", lines.json())
        .put("answers", plan.news().size())
        .put("private_items", plan.privateItems())
        .build();
  }

  private static void print(Printer out, String peer, ExportPlan plan, PlanLines lines) {
    out.print(SafeText.sentence("Outgoing to {}", peer));
    lines.print(out);
    out.print(
        SafeText.sentence(
            "Plan: {}; {} answers; {} private items would leave.",
            lines.due(),
            plan.news().size(),
            plan.privateItems()));
    Plans.printHidden(out, lines);
  }
}
