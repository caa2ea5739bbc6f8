package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.BatchGraph;
import dev.sluice.cli.view.BatchJson;
import dev.sluice.cli.view.BatchSheet;
import dev.sluice.cli.view.BatchTable;
import dev.sluice.cli.view.BatchTree;
import dev.sluice.cli.view.Hidden;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Broken;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The batches that wait, whichever way they travel. */
@Command(
    name = "batch",
    header = "Look at the batches that came in or would go out.",
    footer = {"sluice batch list --incoming", "sluice batch show rq-7f2a"},
    subcommands = {
      BatchCommand.ListAll.class,
      BatchCommand.Show.class,
      BatchCommand.Tree.class
    })
public final class BatchCommand extends CommandGroup {
  private static Json json(List<Row> rows) {
    return Json.array(rows.stream().map(BatchJson::of).toList());
  }

  /** Warns of roots that no list shows. */
  private static void warnOfBroken(Session session, Listing listing) {
    for (Broken broken : listing.broken()) {
      session
          .console()
          .warn(
              SafeText.sentence(
                  "{} cannot go to {}: {}",
                  listing.names().of(broken.root()),
                  broken.peer(),
                  broken.problem().getMessage()));
    }
  }

  /** Lists batches. */
  @Command(
      name = "list",
      header = "List the batches that came in or would go out.",
      footer = {
        "sluice batch list --incoming --undecided",
        "sluice batch list --by curie@example.org --type request,job"
      })
  public static final class ListAll extends SiteCommand {
    @Mixin private final DirectionOptions direction = new DirectionOptions();
    @Mixin private final FilterOptions options = new FilterOptions();

    public ListAll(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Listing listing = Batches.of(session).listing();
      BatchFilter filter = options.filter();
      List<Row> rows = listing.rows(direction.chosen(), filter);
      Hidden hidden = Hidden.of(listing.rows(direction.chosen()), filter);
      warnOfBroken(session, listing);
      return session.answer(
          "sluice.batches/1",
          Json.object().put("batches", json(rows)).put("hidden", hidden.json()).build(),
          console -> {
            BatchTable.print(console.out(), rows, listing.names());
            console.out().print(hidden.line(rows.size()));
          });
    }
  }

  /** Shows one batch. */
  @Command(
      name = "show",
      header = "Show one batch: its objects, what is private in it, what was decided.",
      footer = {"sluice batch show rq-7f2a", "sluice batch show jb-19c4 --outgoing --json"})
  public static final class Show extends SiteCommand {
    @Mixin private final DirectionOptions direction = new DirectionOptions();

    @Parameters(paramLabel = "ID", description = "Beginning of the id of its root, or its row.")
    private String id;

    public Show(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Batches batches = Batches.of(session);
      Row row = batches.find(id, direction.chosen());
      return session.answer(
          "sluice.batch/1",
          BatchJson.of(row),
          console ->
              BatchSheet.print(
                  console.out(), row, batches.listing().names(), session.kinds()));
    }
  }

  /** Shows what needs what. */
  @Command(
      name = "tree",
      header = "Show batches with their objects and the batches that they need.",
      footer = {"sluice batch tree", "sluice batch tree rq-7f2a --format dot"})
  public static final class Tree extends SiteCommand {
    /** How the tree is drawn. */
    enum Format {
      TEXT,
      DOT
    }

    @Mixin private final DirectionOptions direction = new DirectionOptions();

    @Parameters(
        paramLabel = "ID",
        arity = "0..1",
        description = "Only this batch and what it needs.")
    private List<String> ids = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or dot.")
    private Format format = Format.TEXT;

    public Tree(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Batches batches = Batches.of(session);
      Listing listing = batches.listing();
      List<Row> rows =
          ids.isEmpty()
              ? listing.rows(direction.chosen(), BatchFilter.DEFAULT)
              : List.of(batches.find(ids.get(0), direction.chosen()));
      return session.answer(
          "sluice.batch-tree/1",
          Json.object().put("batches", json(rows)).build(),
          console -> {
            if (format == Format.DOT) {
              new BatchGraph(console.out(), listing.names(), session.kinds()).print(rows);
            } else {
              new BatchTree(console.out(), listing, session.kinds()).print(rows);
            }
          });
    }
  }
}
