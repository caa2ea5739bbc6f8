package dev.sluice.cli.command;

import dev.sluice.bundle.model.Volume;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.exporter.ExportReport;
import dev.sluice.exporter.ExportReport.Written;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/** What an export says when it has written something. */
final class ExportAnswer {
  private ExportAnswer() {}

  /**
   * Answers with what was written.
   *
   * @throws CliException MEDIA while volumes are left for which there was no room
   */
  static ExitCode of(Session session, String peer, ExportReport report) throws Exception {
    if (!report.left().isEmpty()) {
      throw unfinished(report);
    }
    Facts facts =
        Facts.none()
            .and("bundle", BundleEntry.name(report.number()))
            .and("peer", peer)
            .and("folder", report.folder().toString())
            .and("media", report.media().size())
            .and("volumes", report.volumes())
            .and("bytes", report.bytes())
            .and("batches", report.batches())
            .and("root", report.root().hex())
            .and("read back", pastCache(report) ? "from the medium" : "perhaps from memory");
    return session.answer(
        "sluice.export/1",
        facts.json(),
        console -> {
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Wrote bundle {} ({}, volumes: {}) for {}. Read back and compared: ok.",
                      BundleEntry.name(report.number()),
                      DataSize.text(report.bytes()),
                      report.volumes(),
                      peer));
          for (Written medium : report.media()) {
            SafeText folder = SafeText.sentence("  {}", medium.folder());
            boolean all = medium.volumes().size() == report.volumes();
            console
                .out()
                .print(all ? folder : folder.plus(SafeText.sentence("  {}", names(medium))));
          }
          if (!pastCache(report)) {
            console
                .out()
                .print(
                    SafeText.literal(
                        "It may have come from the system's memory: plug the stick in again and run"
                            + " `sluice verify`."));
          }
          console
              .out()
              .print(
                  SafeText.literal(
                      "Next: unmount the stick, carry it, then `sluice import` over there."));
        });
  }

  private static boolean pastCache(ExportReport report) {
    return report.media().stream().allMatch(Written::pastCache);
  }

  private static CliException unfinished(ExportReport report) {
    String bundle = BundleEntry.name(report.number());
    long bytes = report.left().stream().mapToLong(Volume::bytes).sum();
    return new CliException(
            ExitCode.MEDIA,
            SafeText.sentence(
                "{} of the bundle's {} volumes found no room",
                report.left().size(),
                report.volumes()))
        .fact("bundle", bundle)
        .fact("written", written(report.media()))
        .fact("left", Volume.names(report.left()))
        .fact("left bytes", bytes)
        .effect(Effect.SOMETHING_CHANGED)
        .meaning(
            SafeText.sentence(
                "The bundle is sealed and kept here; the others were written and read back."))
        .help(
            SafeText.sentence(
                "with the next stick ({}): sluice export --again {} --out stick",
                DataSize.text(bytes),
                bundle));
  }

  private static String written(List<Written> media) {
    return media.stream().map(ExportAnswer::names).collect(Collectors.joining(" "));
  }

  private static String names(Written medium) {
    return Volume.names(medium.volumes());
  }
}
