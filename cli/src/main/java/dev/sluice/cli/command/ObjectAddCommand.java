package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.ObjectDraft;
import dev.sluice.datasite.Objects;
import dev.sluice.state.StateObject;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an object of a declared kind. */
@Command(
    name = "add",
    header = "Add an object of a kind that this site declares, or bring it up to date.",
    footer = {
      "sluice object add model --id-name resnet --owner ana@example.org --field name=resnet",
      "sluice object add model --id-name resnet --owner ana@example.org --part weights=w.bin"
    })
public final class ObjectAddCommand extends DatasiteCommand {
  @Parameters(paramLabel = "KIND", description = "Name of the kind.")
  private String kind;

  @Option(
      names = "--id-name",
      required = true,
      paramLabel = "NAME",
      description = "What the id is made from; the same name on both sides is the same object.")
  private String name;

  @Option(names = "--owner", required = true, paramLabel = "EMAIL", description = "Whose it is.")
  private String owner;

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "A field; lists are separated by commas. May be given again.")
  private Map<String, String> fields = new LinkedHashMap<>();

  @Option(
      names = "--part",
      paramLabel = "NAME=FILE",
      description = "A part and the file to take it from. May be given again.")
  private Map<String, Path> parts = new LinkedHashMap<>();

  public ObjectAddCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    var files = new LinkedHashMap<String, Path>();
    parts.forEach((part, file) -> files.put(part, invocation().resolve(file)));
    StateObject object = new Objects(site).add(new ObjectDraft(kind, name, owner, fields, files));
    String id = shown(session, object.id());
    return session.answer(
        "sluice.object-added/1",
        Json.object().put("id", object.id().text()).put("kind", kind).build(),
        console -> {
          console.out().print(SafeText.sentence("Keeps {} {}.", kind, id));
          console.out().print(SafeText.sentence("Next: sluice show {}", id));
        });
  }
}
