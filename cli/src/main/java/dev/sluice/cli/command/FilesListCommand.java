package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.FileTree;
import dev.sluice.datasite.FileTrees;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists tracked folders. */
@Command(
    name = "list",
    header = "List the folders and files that are tracked on one of the sides.",
    footer = {"sluice files list", "sluice files list --json"})
public final class FilesListCommand extends DatasiteCommand {
  public FilesListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<FileTree> trees = new FileTrees(site).list();
    Table table = Table.headed("ID", "NAME", "OWNER", "FILES", "SIZE");
    for (FileTree tree : trees) {
      table.row(
          SafeText.of(shown(session, tree.id())),
          SafeText.of(tree.name()),
          SafeText.of(tree.owner()),
          SafeText.of(Integer.toString(tree.files().size())),
          SafeText.of(DataSize.text(tree.bytes())));
    }
    return session.answer(
        "sluice.files/1",
        Json.array(trees.stream().map(Listings::files).toList()),
        console -> console.out().print(table));
  }
}
