package dev.sluice.cli.command;

import dev.sluice.api.NoBundleException;
import dev.sluice.api.NotWholeException;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.health.VolumeSurvey;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.importer.receive.IncompleteBundleException;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.text.SafeText;
import java.util.List;

/** What goes wrong with sticks, as reports. */
final class MediaRefusals {
  private MediaRefusals() {}

  static CliException of(MediaException e) {
    CliException refusal = Refusals.refusal(ExitCode.MEDIA, e).fact("reason", e.reason().name());
    if (e.reason() == MediaException.Reason.READ_BACK) {
      refusal.help(
          SafeText.literal(
              "use another stick: one that reads wrongly is worn out, or smaller than it says"));
    }
    return switch (e.stage()) {
      case BEFORE -> refusal.help(before(e));
      case RELEASED ->
          refusal
              .effect(Effect.SOMETHING_CHANGED)
              .meaning(
                  SafeText.literal(
                      "What was to leave is released; no bundle was sealed and no medium written."))
              .help(SafeText.literal("run the same export again: it carries what was released"));
      case SEALED ->
          refusal
              .effect(Effect.SOMETHING_CHANGED)
              .meaning(
                  SafeText.literal(
                      "The bundle is released, sealed and kept here; what this medium has of it"
                          + " counts as nothing."))
              .help(
                  SafeText.sentence(
                      "sluice export --again {} --out stick", BundleEntry.name(e.bundle())));
    };
  }

  private static SafeText before(MediaException e) {
    return switch (e.reason()) {
      case FULL ->
          SafeText.literal("take a larger stick, several (--out again), or smaller --volume-size");
      default -> SafeText.literal("plug the stick in, or name another folder with --out");
    };
  }

  static CliException of(IncompleteBundleException e) {
    int volumes = e.bundle().manifest().packed().size();
    CliException refusal =
        Refusals.refusal(ExitCode.DAMAGED, e)
            .fact("reason", e.faults().isEmpty() ? "FILE_MISSING" : "FILE_DAMAGED")
            .fact("bundle", BundleEntry.name(e.bundle().routing().sequence()))
            .fact("missing", VolumeSurvey.names(e.missing()))
            .fact("wanting", e.wanting())
            .meaning(
                SafeText.sentence(
                    "{} of {} volumes are here, compared, and wait for the others. Nothing of the"
                        + " bundle is in the inbox yet.",
                    volumes - e.wanting(),
                    volumes));
    if (e.wanting() < e.missing().size()) {
      refusal.help(
          SafeText.sentence("any {} of them will do: parity makes up for the rest", e.wanting()));
    }
    if (e.faults().isEmpty()) {
      return refusal.help(SafeText.literal("plug in the next stick and run the same import"));
    }
    List<String> damaged = e.faults().stream().map(BundleRejectedException::subject).toList();
    return refusal
        .fact("damaged", String.join(" ", damaged))
        .help(
            SafeText.sentence(
                "over there: sluice export --again {} --volumes {} --out stick",
                BundleEntry.name(e.bundle().routing().sequence()),
                String.join(",", damaged)));
  }

  static CliException of(NotWholeException e) {
    String name = BundleEntry.name(e.bundle().routing().sequence());
    var refusal =
        new CliException(
            ExitCode.DAMAGED,
            SafeText.sentence(
                "of bundle {}, volumes are missing: {}, damaged: {}",
                name,
                e.missing().size(),
                e.damaged().size()));
    if (e.bundle().manifest().wanting(e.good().size()) == 0) {
      refusal.meaning(
          SafeText.literal(
              "An import succeeds all the same: parity makes up for what is not good here."));
    }
    return refusal
        .because(e)
        .fact("reason", e.damaged().isEmpty() ? "FILE_MISSING" : "FILE_DAMAGED")
        .fact("good", VolumeSurvey.names(e.good()))
        .fact("missing", VolumeSurvey.names(e.missing()))
        .fact("damaged", VolumeSurvey.names(e.damaged()))
        .help(SafeText.literal("name all sticks of the bundle: sluice verify stick1 stick2"))
        .help(
            SafeText.sentence(
                "over there: sluice export --again {} --volumes FILE --out stick", name));
  }

  static CliException of(NoBundleException e) {
    return switch (e.reason()) {
      case NO_FOLDER -> Refusals.refusal(ExitCode.MEDIA, e);
      case NONE_FINISHED ->
          Refusals.refusal(ExitCode.DAMAGED, e)
              .help(
                  SafeText.literal(
                      "an export that was interrupted has to be run again over there"));
    };
  }
}
