package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a kind. */
@Command(
    name = "show",
    header = "Show the fields and parts of a kind, and which of them travel.",
    footer = {"sluice kind show request", "sluice kind show endpoint --json"})
public final class KindShowCommand extends SiteCommand {
  @Parameters(paramLabel = "KIND", description = "Its name.")
  private String name;

  public KindShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Kind kind =
        session
            .kinds()
            .kind(name)
            .orElseThrow(
                () ->
                    new CliException(
                            ExitCode.USAGE, SafeText.sentence("there is no kind \"{}\"", name))
                        .help(SafeText.literal("sluice kind list")));
    Table table = table(kind);
    return session.answer("sluice.kind/1", json(kind), console -> console.out().print(table));
  }

  private static Table table(Kind kind) {
    Table table = Table.headed("ITEM", "TYPE", "TRAVELS");
    kind.fields()
        .forEach(
            (field, rule) ->
                table.row(
                    SafeText.of(field),
                    SafeText.of(rule.type().toString()),
                    SafeText.of(rule.exposure().toString())));
    kind.parts()
        .forEach(
            (part, exposure) ->
                table.row(
                    SafeText.of(part), SafeText.literal("part"), SafeText.of(exposure.toString())));
    return table;
  }

  static Json json(Kind kind) {
    var fields = Json.object();
    kind.fields().forEach((field, rule) -> fields.put(field, json(rule)));
    var parts = Json.object();
    kind.parts().forEach((part, exposure) -> parts.put(part, exposure.toString()));
    Json.Builder json = Json.object();
    kind.idFrom().ifPresent(field -> json.put("id_from", field));
    return json.put("fields", fields.build())
        .put("flow", kind.flow().toString())
        .put("name", kind.name())
        .put("owner", kind.owner().toString())
        .put("parts", parts.build())
        .put("prefix", kind.prefix())
        .put("role", kind.role().toString())
        .put("title", kind.title())
        .build();
  }

  private static Json json(FieldRule rule) {
    return Json.object()
        .put("exposure", rule.exposure().toString())
        .put("type", rule.type().toString())
        .build();
  }
}
