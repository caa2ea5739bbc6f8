package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.state.store.FeedOutcome;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the peer has confirmed. */
@Command(
    name = "receipt",
    header = "See what the other side has confirmed and decided.",
    footer = {"sluice receipt list", "sluice receipt list --json"},
    subcommands = ReceiptCommand.ListAll.class)
public final class ReceiptCommand extends CommandGroup {
  /** Lists sent batches with what became of them. */
  @Command(
      name = "list",
      header = "List the batches sent, newest first, with what the other side told about them.",
      footer = {"sluice receipt list", "sluice receipt list --last 20"})
  public static final class ListAll extends SiteCommand {
    @Option(names = "--last", paramLabel = "N", description = "How many lines (default 100).")
    private int last = 100;

    public ListAll(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Table table = Table.headed("POSITION", "BATCH", "PEER", "CUSTODY", "OUTCOME", "REASON");
      var rows = new ArrayList<Json>();
      session.<Void, RuntimeException>read(
          view -> {
            var ids = ShortIds.of(view);
            for (Peer peer : view.peers()) {
              add(view.peer(peer.name()), ids, table, rows);
            }
            return null;
          });
      return session.answer(
          "sluice.receipts/1", Json.array(rows), console -> console.out().print(table));
    }

    private void add(PeerView known, ShortIds ids, Table table, List<Json> rows) {
      Peer peer = known.record();
      for (FeedOutcome told : known.newestOutcomes(last)) {
        String custody = told.position() <= peer.ackedPosition() ? "confirmed" : "not confirmed";
        table.row(
            SafeText.of(Long.toString(told.position())),
            SafeText.of(ids.shown(told.root())),
            SafeText.of(peer.name()),
            SafeText.of(custody),
            SafeText.of(told.outcome()),
            SafeText.of(told.reason()));
        rows.add(
            Json.object()
                .put("batch", told.root().text())
                .put("custody", custody)
                .put("outcome", told.outcome())
                .put("peer", peer.name())
                .put("position", told.position())
                .put("reason", told.reason())
                .build());
      }
    }
  }
}
