package dev.sluice.cli.command;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.health.VolumeSurvey;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/** Bundles of which a volume is missing or damaged, as reports. */
final class Survey {
  private Survey() {}

  /**
   * The bundle.
   *
   * @throws CliException DAMAGED unless there is a good copy of every volume
   */
  static SignedBundle whole(VolumeSurvey survey) {
    if (survey.isWhole()) {
      return survey.bundle();
    }
    List<Volume> damaged = survey.damaged();
    List<Volume> missing = survey.missing();
    RejectionReason reason =
        damaged.isEmpty() ? RejectionReason.FILE_MISSING : RejectionReason.FILE_DAMAGED;
    String name = BundleFacts.name(survey.bundle().routing().sequence());
    throw new CliException(
            ExitCode.DAMAGED,
            SafeText.sentence(
                "of bundle {}, volumes are missing: {}, damaged: {}",
                name,
                missing.size(),
                damaged.size()))
        .fact("reason", reason.name())
        .fact("good", names(survey.good()))
        .fact("missing", names(missing))
        .fact("damaged", names(damaged))
        .help(SafeText.literal("name all sticks of the bundle: sluice verify stick1 stick2"))
        .help(
            SafeText.sentence(
                "over there: sluice export --again {} --volumes FILE --out stick", name));
  }

  private static String names(List<Volume> volumes) {
    return volumes.isEmpty()
        ? "none"
        : volumes.stream().map(volume -> volume.name().text()).collect(Collectors.joining(" "));
  }
}
