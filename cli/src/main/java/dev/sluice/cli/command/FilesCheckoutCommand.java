package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Checkout;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.FileTree;
import dev.sluice.datasite.FileTrees;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a tracked folder. */
@Command(
    name = "checkout",
    header = "Write one tracked folder or file into DIR, all of it at once.",
    description = {
      "It is written beside what is there and then put in its place. Only plain files and folders",
      "are made; a tree with a name that some system could not keep is refused."
    },
    footer = {
      "sluice files checkout packages /srv/mirror",
      "sluice files checkout packages /srv/mirror --replace"
    })
public final class FilesCheckoutCommand extends DatasiteCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "Its name or the start of its id.")
  private String name;

  @Parameters(index = "1", paramLabel = "DIR", description = "The folder to write it into.")
  private Path folder;

  @Option(names = "--replace", description = "Put it in the place of what is there.")
  private boolean replace;

  public FilesCheckoutCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    var trees = new FileTrees(site);
    FileTree tree = trees.show(name);
    Checkout.Mode mode = replace ? Checkout.Mode.REPLACE : Checkout.Mode.KEEP;
    Path written = trees.checkOut(tree, invocation().resolve(folder), mode);
    return session.answer(
        "sluice.files-checkout/1",
        Json.object().put("path", written.toString()).put("tree", Listings.files(tree)).build(),
        console ->
            console
                .out()
                .print(SafeText.sentence("Wrote {} files to {}.", tree.files().size(), written)));
  }
}
