package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.importer.receive.IncompleteArrival;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Freeze;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.InboxState;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where things stand. */
@Command(
    name = "status",
    header = "Say what waits: to be decided, to be exported, to be confirmed by the peer.",
    footer = {"sluice status", "sluice status --exit-code --json"})
public final class StatusCommand extends SiteCommand {
  @Option(names = "--exit-code", description = "End with 3 when something waits.")
  private boolean exitCode;

  public StatusCommand(Invocation invocation) {
    super(invocation);
  }

  /** What waits with one peer. */
  private record Waiting(
      Peer peer, long incoming, long conflicts, long outgoing, long unconfirmed, long answers) {
    boolean something() {
      return incoming + conflicts + outgoing + answers > 0;
    }

    Facts facts() {
      return Facts.none()
          .and("peer", peer.name())
          .and("waiting to be decided or applied", incoming)
          .and("in conflict", conflicts)
          .and("roots to look at for export", outgoing)
          .and("sent and not confirmed", unconfirmed)
          .and("answers not confirmed", answers)
          .and("last heard", peer.heardAt().map(Object::toString).orElse("never"));
    }
  }

  @Override
  ExitCode run(Session session) throws Exception {
    List<Waiting> waiting =
        session.<List<Waiting>, RuntimeException>read(
            view -> view.peers().stream().map(p -> waiting(p, view.peer(p.name()))).toList());
    PairingExpiry.warnings(session).forEach(session.console()::warn);
    Optional<Freeze> freeze = session.<Optional<Freeze>, RuntimeException>read(StoreView::freeze);
    Facts site =
        Facts.none()
            .and("site", session.site().name())
            .and("side", session.side().toString())
            .and("frozen", freeze.map(found -> found.cause().toString()).orElse("no"));
    List<IncompleteArrival> arriving = IncompleteArrival.in(session.site().arrivals());
    var peers = new ArrayList<Json>();
    waiting.forEach(peer -> peers.add(peer.facts().json()));
    session.answer(
        "sluice.status/1",
        Json.object()
            .put("arriving", Json.array(arriving.stream().map(StatusCommand::json).toList()))
            .put("peers", Json.array(peers))
            .put("site", site.json())
            .build(),
        console -> {
          console.out().print(site);
          waiting.forEach(peer -> console.out().print(peer.facts()));
          arriving.forEach(bundle -> console.out().print(sentence(bundle)));
          if (freeze.isPresent()) {
            console.out().print(SafeText.literal("Frozen. Next: sluice site recover"));
          } else if (waiting.isEmpty()) {
            console.out().print(SafeText.literal("No confirmed peer. Next: sluice peer add CARD"));
          }
        });
    boolean something = waiting.stream().anyMatch(Waiting::something);
    return exitCode && something ? ExitCode.CHANGES_PRESENT : ExitCode.OK;
  }

  private static SafeText sentence(IncompleteArrival bundle) {
    return SafeText.sentence(
        "{} of {}: {} of {} volumes are here. Next: sluice import, with its other sticks",
        BundleEntry.name(bundle.number()),
        bundle.peer(),
        bundle.here(),
        bundle.volumes());
  }

  private static Json json(IncompleteArrival bundle) {
    return Json.object()
        .put("bundle", BundleEntry.name(bundle.number()))
        .put("from", bundle.peer())
        .put("here", bundle.here())
        .put("volumes", bundle.volumes())
        .build();
  }

  private static Waiting waiting(Peer peer, PeerView view) {
    return new Waiting(
        peer,
        count(view, InboxState.STAGED),
        count(view, InboxState.HELD),
        view.outgoing().size(),
        view.feedHead() - peer.ackedPosition(),
        view.inboxChangedSince(peer.reportedSequence()).size());
  }

  private static long count(PeerView view, InboxState state) {
    try (Stream<InboxEntry> entries = view.inbox(state)) {
      return entries.count();
    }
  }
}
