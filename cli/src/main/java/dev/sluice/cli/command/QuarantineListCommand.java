package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.importer.quarantine.KeptBundle;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists what was refused and kept. */
@Command(
    name = "list",
    header = "List the bundles that were refused and kept, the oldest first.",
    footer = {"sluice quarantine list", "sluice quarantine list --json"})
public final class QuarantineListCommand extends SiteCommand {
  public QuarantineListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    List<KeptBundle> kept = new Ward(session).quarantine().list();
    Table table = Table.headed("ID", "BUNDLE", "FROM", "REFUSED ON", "REASON");
    var rows = new ArrayList<Json>();
    for (KeptBundle bundle : kept) {
      table.row(
          SafeText.of(bundle.id()),
          SafeText.of(BundleEntry.name(bundle.number())),
          SafeText.of(bundle.peer()),
          SafeText.of(bundle.at().toString()),
          SafeText.of(bundle.reason()));
      rows.add(QuarantineShowCommand.facts(bundle).json());
    }
    return invocation()
        .answer(
            "sluice.quarantine/1",
            Json.array(rows),
            console -> {
              if (kept.isEmpty()) {
                console.out().print(SafeText.literal("No bundle is kept aside."));
              } else {
                console.out().print(table);
                console.out().print(SafeText.literal("Next: sluice quarantine show ID"));
              }
            });
  }
}
