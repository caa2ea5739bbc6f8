package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.FileTree;
import dev.sluice.datasite.FileTrees;
import dev.sluice.state.PartRef;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a tracked folder. */
@Command(
    name = "show",
    header = "Show the files of one tracked folder with their digests.",
    footer = {"sluice files show packages", "sluice files show fl-3b1c --json"})
public final class FilesShowCommand extends DatasiteCommand {
  @Parameters(paramLabel = "NAME", description = "Its name or the start of its id.")
  private String name;

  public FilesShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    FileTree tree = new FileTrees(site).show(name);
    Table table = Table.headed("SHA-256", "SIZE", "FILE");
    tree.files()
        .forEach(
            (path, part) ->
                table.row(
                    SafeText.of(part.digest().hex()),
                    SafeText.of(DataSize.text(part.bytes())),
                    SafeText.of(path)));
    return session.answer(
        "sluice.files-tree/1",
        Json.object()
            .put("files", PartRef.toJson(tree.files()))
            .put("tree", Listings.files(tree))
            .build(),
        console -> console.out().print(table));
  }
}
