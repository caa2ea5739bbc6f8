package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.FileTree;
import dev.sluice.datasite.FileTrees;
import dev.sluice.datasite.Scan;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a folder as state. */
@Command(
    name = "track",
    header = "Record what a folder holds, so that it can be reviewed and taken over there.",
    description = {
      "Each folder and file directly inside DIR gets a batch of its own. Tracking again records what",
      "changed and what was deleted. A file is read again when its length, its times or its place in",
      "the file system are others than before. Links are refused. On the other side, what was",
      "applied is written into a folder by: sluice files checkout NAME DIR"
    },
    footer = {
      "sluice track packages --owner ana@example.org",
      "sluice track models --owner ana@example.org --rescan"
    })
public final class TrackCommand extends DatasiteCommand {
  /** What a folder is kept as. */
  enum As {
    FILES
  }

  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder;

  @Option(names = "--kind", paramLabel = "KIND", description = "files, the only one there is.")
  private As kind = As.FILES;

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "EMAIL",
      description = "Whose files they are.")
  private String owner;

  @Option(
      names = "--rescan",
      description = "Read every file, also those that look as they did when they were read last.")
  private boolean rescan;

  public TrackCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    FileTrees.Tracked tracked;
    try (var headway = new ShownHeadway(invocation())) {
      var scan =
          new Scan(
              invocation().environment().clock().instant(),
              rescan ? Scan.Extent.ALL : Scan.Extent.CHANGED,
              headway);
      tracked = new FileTrees(site).track(invocation().resolve(folder), owner, scan);
    }
    Table table = Table.headed("ID", "NAME", "FILES", "SIZE");
    for (FileTree tree : tracked.trees()) {
      table.row(
          SafeText.of(shown(session, tree.id())),
          SafeText.of(tree.name()),
          SafeText.of(Integer.toString(tree.files().size())),
          SafeText.of(DataSize.text(tree.bytes())));
    }
    return session.answer(
        "sluice.tracked/1",
        Json.object()
            .put("kind", kind.name().toLowerCase(Locale.ROOT))
            .put("removed", Json.texts(tracked.removed()))
            .put("trees", Json.array(tracked.trees().stream().map(Listings::files).toList()))
            .build(),
        console -> {
          console.out().print(table);
          tracked
              .removed()
              .forEach(name -> console.out().print(SafeText.sentence("Gone: {}", name)));
          console.out().print(SafeText.literal("Next: sluice diff --outgoing"));
        });
  }
}
