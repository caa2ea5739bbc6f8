package dev.sluice.cli.command;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Table;
import dev.sluice.importer.quarantine.KeptBundle;
import dev.sluice.importer.quarantine.Salvage;
import dev.sluice.state.feed.FeedEntry;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one bundle that was refused. */
@Command(
    name = "show",
    header = "Open a bundle that was refused, and say which of its batches are held here already.",
    footer = {"sluice quarantine show qn-3f9a1c2d", "sluice quarantine show qn-3f9a1c2d --json"})
public final class QuarantineShowCommand extends SiteCommand {
  @Parameters(paramLabel = "ID", description = "As quarantine list names it.")
  private String id;

  public QuarantineShowCommand(Invocation invocation) {
    super(invocation);
  }

  static Facts facts(KeptBundle kept) {
    return Facts.none()
        .and("id", kept.id())
        .and("bundle", BundleEntry.name(kept.number()))
        .and("from", kept.peer())
        .and("root", kept.root().hex())
        .and("refused on", kept.at().toString())
        .and("reason", kept.reason())
        .and("because", kept.sentence());
  }

  @Override
  ExitCode run(Session session) throws Exception {
    var ward = new Ward(session);
    KeptBundle kept = ward.find(id);
    Slice slice;
    try (Salvage salvage = ward.open(kept)) {
      slice = salvage.look(ward::identity);
    }
    Table table = Table.headed("POSITION", "ROOT", "TYPE", "OBJECTS", "HERE");
    var rows = new ArrayList<Json>();
    for (FeedEntry entry : slice.entries()) {
      String here = isHere(session, entry) ? "yes" : "no";
      table.row(
          SafeText.of(Long.toString(entry.position())),
          SafeText.of(entry.batch().root().text()),
          SafeText.of(entry.batch().rootKind()),
          SafeText.of(Integer.toString(entry.batch().items().size())),
          SafeText.of(here));
      rows.add(
          Json.object()
              .put("here", new Json.Bool(here.equals("yes")))
              .put("objects", entry.batch().items().size())
              .put("position", entry.position())
              .put("root", entry.batch().root().text())
              .put("type", entry.batch().rootKind())
              .build());
    }
    return session.answer(
        "sluice.quarantined-bundle/1",
        Json.object().put("batches", Json.array(rows)).put("bundle", facts(kept).json()).build(),
        console -> {
          console.out().print(facts(kept));
          console.out().print(table);
          console
              .out()
              .print(
                  SafeText.sentence(
                      "To see and save what is not here: sluice quarantine salvage {} --out FOLDER",
                      kept.id()));
        });
  }

  /** The very batch was in custody or in this site's feed at some time. */
  static boolean isHere(Session session, FeedEntry entry) throws Exception {
    Digest batch = Digest.of(CanonicalJson.write(entry.batch().toJson()));
    return session.<Boolean, RuntimeException>read(view -> view.document(batch).isPresent());
  }
}
