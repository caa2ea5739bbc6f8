package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.BatchGraph;
import dev.sluice.cli.view.BatchJson;
import dev.sluice.cli.view.BatchTree;
import dev.sluice.cli.view.Hidden;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.drawing.BatchOutline;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what needs what. */
@Command(
    name = "tree",
    header = "Show batches with their objects and the batches that they need.",
    footer = {
      "sluice batch tree",
      "sluice batch tree rq-7f2a --format dot",
      "sluice batch tree --format svg > batches.svg"
    })
public final class BatchTreeCommand extends SiteCommand {
  /** How the tree is drawn. */
  enum Format {
    TEXT,
    DOT,
    SVG
  }

  @Mixin private final DirectionOptions direction = new DirectionOptions();
  @Mixin private final FilterOptions options = new FilterOptions();

  @Parameters(paramLabel = "ID", arity = "0..1", description = "Only this batch and what it needs.")
  private List<String> ids = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), dot or svg.")
  private Format format = Format.TEXT;

  public BatchTreeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Batches batches = Batches.of(session, options, ids, direction.chosen());
    Listing listing = batches.listing();
    BatchFilter filter = options.filter(session.kinds());
    List<Row> rows =
        ids.isEmpty()
            ? listing.rows(direction.chosen(), filter)
            : List.of(batches.find(ids.get(0), direction.chosen()));
    return session.answer(
        "sluice.batch-tree/1",
        Json.object().put("batches", BatchJson.of(rows)).build(),
        console -> {
          switch (format) {
            case DOT -> new BatchGraph(console.out(), listing.names(), session.kinds()).print(rows);
            case SVG ->
                BatchOutline.of(
                        "Batches of " + session.site().name(),
                        BatchTree.lines(rows, listing, session.kinds()))
                    .lines()
                    .map(SafeText::of)
                    .forEach(line -> console.out().print(line));
            case TEXT -> {
              BatchTree.print(console.out(), rows, listing, session.kinds());
              if (ids.isEmpty()) {
                List<Row> all = listing.rows(direction.chosen());
                console.out().print(Hidden.of(all, filter).line(rows.size()));
              }
            }
          }
        });
  }
}
