package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.BatchJson;
import dev.sluice.cli.view.BatchTable;
import dev.sluice.cli.view.Hidden;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Broken;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists batches. */
@Command(
    name = "list",
    header = "List the batches that came in or would go out.",
    footer = {
      "sluice batch list --incoming --undecided",
      "sluice batch list --by curie@example.org --type request,job"
    })
public final class BatchListCommand extends SiteCommand {
  @Mixin private final DirectionOptions direction = new DirectionOptions();
  @Mixin private final FilterOptions options = new FilterOptions();

  public BatchListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Listing listing = Batches.of(session, options.scope()).listing();
    BatchFilter filter = options.filter(session.kinds());
    List<Row> rows = listing.rows(direction.chosen(), filter);
    Hidden hidden = Hidden.of(listing.rows(direction.chosen()), filter);
    warnOfBroken(session, listing);
    return session.answer(
        "sluice.batches/1",
        Json.object().put("batches", BatchJson.of(rows)).put("hidden", hidden.json()).build(),
        console -> {
          BatchTable.print(console.out(), rows, listing.names());
          console.out().print(hidden.line(rows.size()));
        });
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
}
