package dev.sluice.cli.command;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which volumes of one bundle are good, over all media that have some of them. */
final class Survey {
  private final SignedBundle bundle;
  private final Set<Volume> good = new LinkedHashSet<>();
  private final Set<Volume> bad = new LinkedHashSet<>();

  Survey(SignedBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Reads the volumes that {@code medium} has of the bundle; a damaged one does not stop it.
   *
   * @throws BundleRejectedException for one that breaks a rule
   */
  void look(SignedBundle medium) throws IOException, BundleRejectedException {
    for (Volume volume : medium.present()) {
      try {
        medium.check(volume);
        good.add(volume);
      } catch (BundleRejectedException e) {
        if (e.reason() != RejectionReason.FILE_DAMAGED) {
          throw e;
        }
        bad.add(volume);
      }
    }
  }

  /**
   * The bundle.
   *
   * @throws CliException DAMAGED unless there is a good copy of every volume
   */
  SignedBundle whole() {
    List<Volume> volumes = bundle.manifest().volumes();
    List<Volume> wanting = volumes.stream().filter(volume -> !good.contains(volume)).toList();
    if (wanting.isEmpty()) {
      return bundle;
    }
    List<Volume> damaged = wanting.stream().filter(bad::contains).toList();
    List<Volume> missing = wanting.stream().filter(volume -> !bad.contains(volume)).toList();
    RejectionReason reason =
        damaged.isEmpty() ? RejectionReason.FILE_MISSING : RejectionReason.FILE_DAMAGED;
    String name = BundleFacts.name(bundle.routing().sequence());
    throw new CliException(
            ExitCode.DAMAGED,
            SafeText.sentence(
                "of bundle {}, volumes are missing: {}, damaged: {}",
                name,
                missing.size(),
                damaged.size()))
        .fact("reason", reason.name())
        .fact("good", names(List.copyOf(good)))
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
