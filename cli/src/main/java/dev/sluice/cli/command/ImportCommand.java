package dev.sluice.cli.command;

import dev.sluice.api.Intake;
import dev.sluice.api.Taken;
import dev.sluice.bundle.model.Volume;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.importer.receive.ImportReport;
import dev.sluice.state.Side;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes bundles into custody. */
@Command(
    name = "import",
    header = "Verify and take in the bundles on a medium. Nothing is live before it is applied.",
    footer = {"sluice import stick", "sluice import stick/SLUICE/000042-3f9a1c2d"})
public final class ImportCommand extends SiteCommand {
  @Parameters(paramLabel = "PATH", description = "A bundle's folder, or a medium.")
  private Path path;

  public ImportCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Taken taken;
    try (var headway = new ShownHeadway(invocation())) {
      taken = new Intake(session.access()).take(invocation().resolve(path), headway);
    }
    if (taken.refused().isEmpty()) {
      return answer(session, taken.reports());
    }
    if (!invocation().answersJson()) {
      answer(session, taken.reports());
    }
    throw taken.refused().get(0);
  }

  private static Facts facts(ImportReport report) {
    return Facts.none()
        .and("bundle", BundleEntry.name(report.bundle().routing().sequence()))
        .and("from", report.peer())
        .and("new batches", report.fresh())
        .and("held already", report.repeated())
        .and("answers to ours", report.outcomes())
        .and("lost by the peer, to be given back", report.returned())
        .and("confirmed up to", report.confirmed());
  }

  private static Optional<SafeText> rebuilt(ImportReport report) {
    String names = Volume.names(report.bundle().rebuilt());
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(SafeText.sentence("lost or damaged, and rebuilt from parity: {}", names));
  }

  private static ExitCode answer(Session session, List<ImportReport> reports) throws Exception {
    var rows = new ArrayList<Json>();
    for (ImportReport report : reports) {
      rows.add(facts(report).json());
      rebuilt(report).ifPresent(session.console()::warn);
      BundleFacts.warnings(report.bundle().signed(), session.invocation().environment().clock())
          .forEach(session.console()::warn);
    }
    return session.answer(
        "sluice.import/1",
        Json.array(rows),
        console -> {
          for (ImportReport report : reports) {
            console
                .out()
                .print(
                    SafeText.sentence(
                        "Verified bundle {} from {}. Took into custody: {} new batches, {} answers.",
                        BundleEntry.name(report.bundle().routing().sequence()),
                        report.peer(),
                        report.fresh(),
                        report.outcomes()));
            if (report.returned() > 0) {
              console
                  .out()
                  .print(
                      SafeText.sentence(
                          "{} was restored and has recovered. The next export gives back {} batches"
                              + " that it lost.",
                          report.peer(),
                          report.returned()));
            }
          }
          console
              .out()
              .print(
                  session.side() == Side.HIGH
                      ? SafeText.literal("Nothing is live yet. Next: sluice batch list --incoming")
                      : SafeText.literal("Nothing is live yet. Next: sluice apply"));
        });
  }
}
