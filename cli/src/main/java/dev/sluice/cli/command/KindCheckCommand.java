package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.KindFolder;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a declaration. */
@Command(
    name = "check",
    header = "Check whether a declaration can stand beside the kinds that this site knows.",
    footer = {"sluice kind check model.json", "sluice kind check model.json --json"})
public final class KindCheckCommand extends SiteCommand {
  @Parameters(paramLabel = "FILE", description = "A JSON file that declares one kind.")
  private Path file;

  public KindCheckCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Kinds more = KindFolder.with(session.kinds(), List.of(invocation().resolve(file)));
    Kind kind =
        more.all().stream()
            .filter(one -> session.kinds().kind(one.name()).isEmpty())
            .findFirst()
            .orElseThrow();
    Json json = KindShowCommand.json(kind);
    return session.answer(
        "sluice.kind/1",
        json,
        console -> {
          console.out().print(SafeText.sentence("Kind {} can be used.", kind.name()));
          console
              .out()
              .print(SafeText.literal("Next: copy the file into the folder kinds of both sites."));
        });
  }
}
