package dev.sluice.cli.health;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.Volume;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What genuine bundles are to a site: new, known, late, its own. */
public final class BundleStanding {
  private static final int LEDGER = 10_000;

  private final StoreView view;
  private final String stick;
  private long newest;

  /**
   * @param view the site's state
   * @param stick what the person called the medium, for commands that name it
   */
  public BundleStanding(StoreView view, String stick) {
    this.view = view;
    this.stick = stick;
  }

  /** What a bundle is to a guard station, which keeps no ledger. */
  public static Finding atGuard(VolumeSurvey survey) {
    return survey.isWhole()
        ? Finding.ok("whole", SafeText.sentence("{} is whole", title(survey.bundle())))
            .then(SafeText.sentence("Carry it to {}.", survey.bundle().recipient().name()))
        : broken(survey);
  }

  /** One finding on a bundle; those of smaller numbers on the same media come before it. */
  public Finding of(VolumeSurvey survey) {
    SignedBundle bundle = survey.bundle();
    if (bundle.routing().direction().sender().equals(view.site().side().toString())) {
      return survey.isWhole() ? ours(bundle) : broken(survey);
    }
    Optional<BundleEntry> taken =
        view.bundle(bundle.root()).stream()
            .filter(entry -> entry.note() == BundleNote.IMPORTED)
            .findFirst();
    if (taken.isPresent()) {
      return Finding.ok(
              "taken-in",
              SafeText.sentence("{} was taken in on {}", title(bundle), taken.get().at()))
          .then(SafeText.literal("Nothing on it is needed here any more."));
    }
    return survey.isWhole() ? incoming(survey) : broken(survey);
  }

  private Finding ours(SignedBundle bundle) {
    List<BundleEntry> known = view.bundle(bundle.root());
    if (known.isEmpty()) {
      return Finding.fail(
          ExitCode.HISTORY,
          "not-ours",
          SafeText.sentence("{} has this site's signature and is not in its ledger", title(bundle)),
          "This site was put back from a backup, or a copy of it is at work.",
          "Import the peer's newest bundle; if that freezes this site: sluice site recover.");
    }
    String peer = known.get(0).peer();
    boolean confirmed =
        view.findPeer(peer)
            .map(record -> record.ackedPosition() >= known.get(0).to())
            .orElse(false);
    Finding finding =
        Finding.ok("ours", SafeText.sentence("{} was written here for {}", title(bundle), peer));
    return finding.then(
        confirmed
            ? SafeText.sentence("{} has confirmed all of it. The stick is free.", peer)
            : SafeText.sentence("Carry it there; there: sluice import {}", stick));
  }

  private static Finding broken(VolumeSurvey survey) {
    SignedBundle bundle = survey.bundle();
    Finding finding =
        Finding.fail(
            ExitCode.DAMAGED,
            "volumes",
            SafeText.sentence(
                "{}: {} of {} volumes are good; missing: {}; damaged: {}",
                title(bundle),
                survey.good().size(),
                bundle.manifest().volumes().size(),
                VolumeSurvey.names(survey.missing()),
                VolumeSurvey.names(survey.damaged())));
    List<Volume> wanting = survey.damaged().isEmpty() ? survey.missing() : survey.damaged();
    return (survey.missing().isEmpty()
            ? finding
            : finding.then(
                SafeText.literal("If they are on another stick, name all: sluice doctor A B")))
        .then(
            SafeText.sentence(
                "At {}: sluice export --again {} --volumes {} --out STICK",
                bundle.sender().name(),
                BundleEntry.name(bundle.routing().sequence()),
                wanting.stream().map(v -> v.name().text()).collect(Collectors.joining(","))));
  }

  private Finding incoming(VolumeSurvey survey) {
    SignedBundle bundle = survey.bundle();
    long number = bundle.routing().sequence();
    String sender = bundle.sender().name();
    Optional<Peer> peer = view.findPeer(sender);
    long taken = peer.map(Peer::lastBundleIn).orElse(0L);
    long before = Math.max(taken, newest);
    newest = Math.max(newest, number);
    SafeText next = SafeText.sentence("sluice import {}", stick);
    if (peer.isPresent() && hasTaken(sender, number)) {
      return Finding.warn(
              "number-twice",
              SafeText.sentence(
                  "{} is another one than the {} that was taken in",
                  title(bundle),
                  BundleEntry.name(number)),
              "That site was put back from a backup, or a copy of it is at work; an import says"
                  + " which, and takes in nothing that contradicts what is held.")
          .then(next);
    }
    if (number <= taken) {
      return Finding.warn(
              "late",
              SafeText.sentence(
                  "{} comes after {}, which says more", title(bundle), BundleEntry.name(taken)))
          .then(SafeText.literal("Nothing on it is needed; an import does no harm."));
    }
    return ready(survey, before).then(next);
  }

  private Finding ready(VolumeSurvey survey, long before) {
    SafeText title = title(survey.bundle());
    if (survey.bundle().routing().sequence() > before + 1) {
      return Finding.ok(
          "skips",
          SafeText.sentence(
              "{} is whole and new; the ones after {} never came, and it repeats what they had",
              title,
              before == 0 ? "the beginning" : BundleEntry.name(before)));
    }
    return survey.isRepeated()
        ? Finding.ok(
            "doubled", SafeText.sentence("{} is whole and new, and lies there twice", title))
        : Finding.ok("ready", SafeText.sentence("{} is whole and new", title));
  }

  private boolean hasTaken(String sender, long number) {
    return view.peer(sender).newestBundles(LEDGER).stream()
        .anyMatch(entry -> entry.note() == BundleNote.IMPORTED && entry.number() == number);
  }

  private static SafeText title(SignedBundle bundle) {
    return SafeText.sentence(
        "{} of {}", BundleEntry.name(bundle.routing().sequence()), bundle.sender().name());
  }
}
