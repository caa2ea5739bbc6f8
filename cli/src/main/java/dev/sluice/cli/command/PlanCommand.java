package dev.sluice.cli.command;

import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what apply or export would do. */
@Command(
    name = "plan",
    header = "Say what the next apply would do, or with --outgoing the next export.",
    footer = {"sluice plan", "sluice plan --outgoing --detailed-exitcode"})
public final class PlanCommand extends SiteCommand {
  @Mixin private final DirectionOptions direction = new DirectionOptions();

  @Option(names = "--detailed-exitcode", description = "End with 3 if there is something to do.")
  private boolean detailed;

  public PlanCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    boolean outgoing = direction.chosen().filter(Direction.OUT::equals).isPresent();
    boolean something = outgoing ? outgoing(session) : incoming(session);
    return detailed && something ? ExitCode.CHANGES_PRESENT : ExitCode.OK;
  }

  private static boolean incoming(Session session) throws Exception {
    IncomingPlan plan = Plans.incoming(session);
    PlanLines lines = PlanLines.of(plan, session.kinds());
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

  private static boolean outgoing(Session session) throws Exception {
    Listing listing = Batches.of(session).listing();
    Map<String, ExportPlan> plans = new LinkedHashMap<>();
    for (ConfirmedPairing pairing : session.peers().confirmed()) {
      String peer = session.peers().peerName(pairing.pairing());
      plans.put(peer, plan(session, peer, pairing));
    }
    var json = new ArrayList<Json>();
    plans.forEach((peer, plan) -> json.add(json(session, listing, peer, plan)));
    session.answer(
        "sluice.plan/1",
        Json.object()
            .put("plan", Json.object().put("direction", "outgoing").build())
            .put("peers", Json.array(json))
            .build(),
        console -> plans.forEach((peer, plan) -> print(session, console, listing, peer, plan)));
    return plans.values().stream().anyMatch(plan -> !plan.isEmpty());
  }

  private static ExportPlan plan(Session session, String peer, ConfirmedPairing pairing)
      throws Exception {
    return new Exporter(
            session.store(),
            session.kinds(),
            new ReleaseGate(session.decisions()),
            peer,
            pairing,
            session.site().outbox(),
            session.invocation().environment().clock())
        .plan();
  }

  private static Json json(Session session, Listing listing, String peer, ExportPlan plan) {
    PlanLines lines = PlanLines.of(plan, listing.names(), session.kinds());
    return Json.object()
        .put("peer", peer)
        .put("summary", lines.summaryJson())
        .put("objects", lines.json())
        .put("answers", plan.news().size())
        .put("private_items", plan.privateItems())
        .build();
  }

  private static void print(
      Session session, Console console, Listing listing, String peer, ExportPlan plan) {
    PlanLines lines = PlanLines.of(plan, listing.names(), session.kinds());
    console.out().print(SafeText.sentence("Outgoing to {}", peer));
    lines.print(console.out());
    console
        .out()
        .print(
            SafeText.sentence(
                "Plan: {}; {} answers; {} private items would leave.",
                lines.due(),
                plan.news().size(),
                plan.privateItems()));
  }
}
