package dev.sluice.cli.command;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.importer.quarantine.KeptBundle;
import dev.sluice.importer.quarantine.Salvage;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.feed.FeedEntry;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.share.Document;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes out what a refused bundle holds. */
@Command(
    name = "salvage",
    header = "Write what a refused bundle holds into a folder, for a person to look through.",
    description = {
      "Files are named by their digests; index.json says which object each belongs to, and whether"
          + " its batch is held here. Nothing becomes part of the state: what is worth keeping is"
          + " entered again with the usual commands, and crosses as any other change."
    },
    footer = {"sluice quarantine salvage qn-3f9a1c2d --out found"})
public final class QuarantineSalvageCommand extends SiteCommand {
  @Parameters(paramLabel = "ID", description = "As quarantine list names it.")
  private String id;

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A new folder.")
  private Path out;

  public QuarantineSalvageCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    var ward = new Ward(session);
    KeptBundle kept = ward.find(id);
    Path folder = fresh(invocation().resolve(out));
    Slice slice;
    try (Salvage salvage = ward.open(kept)) {
      slice = salvage.writeTo(folder, ward::identity);
    }
    Table table = Table.headed("OBJECT", "TYPE", "OWNER", "HERE", "FILE");
    Json index = index(session, slice, folder, table);
    PrivateFiles.write(folder.resolve("index.json"), CanonicalJson.write(index));
    session.record(
        AuditEvent.of("quarantine-salvaged", session.actor())
            .about(kept.peer())
            .about(kept.root().hex()));
    return session.answer(
        "sluice.salvage/1",
        index,
        console -> {
          console.out().print(table);
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Wrote {}: readable by you only, and part of nothing. Enter again what is"
                          + " worth keeping; then: sluice quarantine discard {}",
                      folder,
                      kept.id()));
        });
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      throw new CliException(ExitCode.USAGE, SafeText.sentence("{} is there already", folder));
    }
    return folder;
  }

  private static Json index(Session session, Slice slice, Path folder, Table table)
      throws Exception {
    var rows = new ArrayList<Json>();
    for (FeedEntry entry : slice.entries()) {
      boolean here = QuarantineShowCommand.isHere(session, entry);
      for (BatchItem item : entry.batch().items()) {
        Path file = folder.resolve(item.document().hex() + ".json");
        Optional<Document> document = document(file);
        table.row(
            SafeText.of(item.object().text()),
            SafeText.of(item.kind()),
            SafeText.of(document.map(Document::owner).orElse("-")),
            SafeText.of(here ? "yes" : "no"),
            SafeText.of(Files.exists(file) ? file.getFileName().toString() : "not sent"));
        rows.add(
            Json.object()
                .put("document", item.document())
                .put("here", new Json.Bool(here))
                .put("object", item.object().text())
                .put("parts", parts(document))
                .put("type", item.kind())
                .build());
      }
    }
    return Json.array(rows);
  }

  private static Json parts(Optional<Document> document) {
    var parts = Json.object();
    document.ifPresent(
        read -> read.parts().forEach((name, part) -> parts.put(name, part.digest())));
    return parts.build();
  }

  private static Optional<Document> document(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Document.parse(Files.readAllBytes(file)));
    } catch (NotCanonicalException e) {
      return Optional.empty();
    }
  }
}
