package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.drawing.Timeline;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ledger of bundles. */
@Command(
    name = "history",
    header = "List the bundles that were written and taken in, newest first.",
    footer = {"sluice history --last 20", "sluice history --format svg > bundles.svg"})
public final class HistoryCommand extends SiteCommand {
  @Option(names = "--last", paramLabel = "N", description = "How many lines (default 100).")
  private int last = 100;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or svg.")
  private Format format = Format.TEXT;

  /** How the ledger is shown. */
  enum Format {
    TEXT,
    SVG
  }

  public HistoryCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    List<BundleEntry> lines =
        session.<List<BundleEntry>, RuntimeException>read(view -> BundleLedger.newest(view, last));
    SiteIdentity site = session.<SiteIdentity, RuntimeException>read(StoreView::site);
    Table table = Table.headed("TIME", "BUNDLE", "ROUTE", "BATCHES", "SIZE", "WHAT");
    var rows = new ArrayList<Json>();
    for (BundleEntry line : lines) {
      String route = (line.direction() == Direction.OUT ? "to " : "from ") + line.peer();
      rows.add(json(line));
      table.row(
          SafeText.of(line.at().toString()),
          SafeText.of(line.name()),
          SafeText.of(route),
          SafeText.of(Long.toString(line.to() - line.from())),
          SafeText.of(DataSize.text(line.bytes())),
          SafeText.of(line.note().toString()));
    }
    return session.answer(
        "sluice.history/1",
        Json.array(rows),
        console -> {
          if (format == Format.SVG) {
            draw(site, lines, console);
          } else {
            console.out().print(table);
          }
        });
  }

  private static void draw(SiteIdentity site, List<BundleEntry> lines, Console console) {
    Timeline.of(site, lines).lines().map(SafeText::of).forEach(line -> console.out().print(line));
  }

  private static Json json(BundleEntry line) {
    return Json.object()
        .put("bundle", line.name())
        .put("bytes", line.bytes())
        .put("direction", line.direction().toString())
        .put("from_position", line.from())
        .put("note", line.note().toString())
        .put("peer", line.peer())
        .put("root", line.bundle())
        .put("time", line.at().toString())
        .put("to_position", line.to())
        .build();
  }
}
