package dev.sluice.cli.command;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes what nothing needs. */
@Command(
    name = "gc",
    header = "Remove content that no object, batch or bundle needs any more.",
    description = {
      "Keeps every blob of an object that lives, of a document in a feed, in custody or last agreed"
          + " on, and everything in quarantine, outbox and arrivals. What killed commands left in the"
          + " work folders goes too, as with every command that opens the store."
    },
    footer = {"sluice gc --dry-run", "sluice gc"})
public final class GcCommand extends SiteCommand {
  @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
  private boolean dryRun;

  public GcCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    StateStore store = session.store();
    List<Digest> unneeded = store.unneededBlobs();
    long bytes = unneeded.stream().mapToLong(store.blobs()::size).sum();
    if (!dryRun) {
      store.collect(
          AuditEvent.of("gc", session.actor())
              .with("blobs", Json.integer(unneeded.size()))
              .with("bytes", Json.integer(bytes)));
    }
    return session.answer(
        "sluice.gc/1",
        Facts.none().and("blobs", unneeded.size()).and("bytes", bytes).json(),
        console ->
            console
                .out()
                .print(
                    SafeText.sentence(
                        dryRun
                            ? "Nothing needs {} blobs of {}. Nothing was removed. Next: sluice gc"
                            : "Removed {} blobs of {}.",
                        unneeded.size(),
                        DataSize.text(bytes))));
  }
}
