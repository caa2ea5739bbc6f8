package dev.sluice.api;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.Headway;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.Digest;
import dev.sluice.cli.health.VolumeSurvey;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Verifies bundles where they lie, on as many media as they need: signature, recipient, every byte.
 * Takes no secret key, changes nothing, and works at a guard station too.
 */
public final class Verification {
  private final List<ConfirmedPairing> believed;
  private final Optional<String> recipient;
  private final Headway headway;

  private Verification(
      List<ConfirmedPairing> believed, Optional<String> recipient, Headway headway) {
    this.believed = List.copyOf(believed);
    this.recipient = recipient;
    this.headway = headway;
  }

  /** A verification by what {@code site} believes today. */
  public static Verification by(SiteFolder site, Clock clock) throws IOException, SiteException {
    return new Verification(
        PeerFolder.of(site).believed(LocalDate.now(clock)), Optional.empty(), Headway.NONE);
  }

  /** The same, which refuses bundles for anyone but the site called {@code name}. */
  public Verification expecting(String name) {
    return new Verification(believed, Optional.of(name), headway);
  }

  /** The same, which tells {@code headway} how far it has come. */
  public Verification heardBy(Headway headway) {
    return new Verification(believed, recipient, headway);
  }

  /**
   * Verifies what is at {@code paths}: bundles' own folders, and media.
   *
   * @return each bundle once
   * @throws BundleRejectedException for the first that is not genuine, or not for whom it should be
   * @throws NotWholeException for the first that is genuine, and not all there
   */
  public List<SignedBundle> of(List<Path> paths)
      throws IOException, NoBundleException, BundleRejectedException, NotWholeException {
    var surveys = new LinkedHashMap<Digest, VolumeSurvey>();
    for (Path path : paths) {
      for (Path folder : BundleFolders.at(path)) {
        SignedBundle bundle = signed(folder);
        headway.begin(
            Headway.Stage.VERIFY, bundle.present().stream().mapToLong(Volume::bytes).sum());
        surveys.computeIfAbsent(bundle.root(), root -> new VolumeSurvey(bundle)).look(bundle);
      }
    }
    var whole = new ArrayList<SignedBundle>();
    for (VolumeSurvey survey : surveys.values()) {
      if (!survey.isWhole()) {
        throw new NotWholeException(survey);
      }
      whole.add(survey.bundle());
    }
    return List.copyOf(whole);
  }

  private SignedBundle signed(Path folder) throws IOException, BundleRejectedException {
    var medium = UntrustedBundle.at(folder, BundleLimits.STANDARD).pastCache().heardBy(headway);
    SignedBundle bundle = BundleVerifier.signed(medium, Trust.ofGuard(believed));
    String name = bundle.recipient().name();
    if (!recipient.orElse(name).equals(name)) {
      throw new BundleRejectedException(
          RejectionReason.WRONG_RECIPIENT,
          folder.getFileName().toString(),
          "the bundle is for " + name + ", not for " + recipient.get());
    }
    return bundle;
  }
}
