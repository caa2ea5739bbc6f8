package dev.sluice.cli.command;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.text.SafeText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What is said of a verified bundle wherever one is shown. */
final class BundleFacts {
  private BundleFacts() {}

  static Facts of(SignedBundle bundle) {
    Manifest manifest = bundle.manifest();
    long bytes = bundle.bytes();
    return Facts.none()
        .and("bundle", BundleEntry.name(bundle.routing().sequence()))
        .and("route", bundle.sender().name() + " -> " + bundle.recipient().name())
        .and("made", manifest.created().toString())
        .and("root", bundle.root().hex())
        .and("signature", "good, " + bundle.sender().name() + " " + bundle.signer().fingerprint())
        .and("payload", payload(bundle))
        .and(
            "volumes",
            manifest.volumes().size()
                + " of "
                + manifest.volumes().size()
                + ", "
                + DataSize.text(bytes)
                + ", every byte checked");
  }

  private static String payload(SignedBundle bundle) {
    return switch (bundle.manifest().payload()) {
      case AGE -> "encrypted, " + bundle.pairing().pairing().suite().word();
      case PLAIN -> "plain";
    };
  }

  /** What a person should know about a bundle that was verified all the same. */
  static List<SafeText> warnings(SignedBundle bundle, Clock clock) {
    var warnings = new ArrayList<SafeText>();
    if (bundle.manifest().expires().isBefore(clock.instant())) {
      warnings.add(
          SafeText.sentence(
              "the bundle was meant to arrive before {}", bundle.manifest().expires()));
    }
    if (bundle.pairing().limit(bundle.routing().direction()).isEmpty()) {
      PairingExpiry.warning(bundle.pairing().pairing(), clock).ifPresent(warnings::add);
    }
    bundle
        .strays()
        .forEach(name -> warnings.add(SafeText.sentence("left alone: {} lies beside it", name)));
    return List.copyOf(warnings);
  }
}
