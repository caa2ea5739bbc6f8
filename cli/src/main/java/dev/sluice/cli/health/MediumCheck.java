package dev.sluice.cli.health;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.Digest;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.exporter.media.Medium;
import dev.sluice.state.files.FolderFiles;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What lies on media: every bundle, finished or not, with one sentence on what it is to this site.
 * Reads every byte and writes none; needs no secret key.
 */
public final class MediumCheck {
  private final Trust trust;
  private final RejectionAdvice advice;
  private final Map<Digest, VolumeSurvey> bundles = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param pairings those that bundles are believed by
   * @param advice what to do about a bundle that is refused
   */
  public MediumCheck(List<ConfirmedPairing> pairings, RejectionAdvice advice) {
    this.trust = Trust.ofGuard(pairings);
    this.advice = advice;
  }

  /**
   * Looks at one medium, or at one bundle's folder.
   *
   * @param typed what the person called it
   */
  public void look(Path medium, String typed) throws IOException {
    Path top = medium.resolve(Medium.TOP);
    if (!Files.isDirectory(medium)) {
      findings.add(
          Finding.fail(
              ExitCode.MEDIA,
              "no-medium",
              SafeText.sentence("there is no folder {}", typed),
              "Plug the stick in and name the folder where it appears."));
      return;
    }
    int before = findings.size() + bundles.size();
    for (Path folder : Files.isDirectory(top) ? FolderFiles.of(top) : List.of(medium)) {
      if (mayBeABundle(folder)) {
        bundle(folder, typed);
      }
    }
    if (findings.size() + bundles.size() == before) {
      findings.add(
          Finding.warn("empty", SafeText.sentence("{} holds no bundle", typed))
              .then(SafeText.sentence("Over there: sluice export --out {}", typed)));
    }
  }

  /** What has neither the name nor the root of one is somebody else's. */
  private static boolean mayBeABundle(Path folder) {
    return Files.isDirectory(folder)
        && (Routing.isFolderName(folder.getFileName().toString())
            || UntrustedBundle.looksLikeOne(folder));
  }

  private void bundle(Path folder, String typed) throws IOException {
    Optional<Routing> claimed = UntrustedBundle.claimedRouting(folder);
    try {
      var medium = UntrustedBundle.at(folder, BundleLimits.STANDARD).pastCache();
      SignedBundle bundle = BundleVerifier.signed(medium, trust);
      bundles.computeIfAbsent(bundle.root(), root -> new VolumeSurvey(bundle)).look(bundle);
    } catch (BundleRejectedException e) {
      findings.add(advice.on(e, claimed, typed + ": " + folder.getFileName()));
    }
  }

  /**
   * What was found.
   *
   * @param standing what a genuine bundle is to this site; asked in the order of their numbers
   */
  public List<Finding> findings(Function<VolumeSurvey, Finding> standing) {
    var all = new ArrayList<>(findings);
    bundles.values().stream()
        .sorted(Comparator.comparing(survey -> survey.bundle().routing().sequence()))
        .forEach(survey -> all.add(standing.apply(survey)));
    return all;
  }
}
