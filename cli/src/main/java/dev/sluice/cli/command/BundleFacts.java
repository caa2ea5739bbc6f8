package dev.sluice.cli.command;

import dev.sluice.bundle.VerifiedBundle;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.Volume;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.Facts;
import java.time.Instant;

/** What is said of a verified bundle wherever one is shown. */
final class BundleFacts {
  private BundleFacts() {}

  /** How people name bundle {@code number}. */
  static String name(long number) {
    return "bn-%06d".formatted(number);
  }

  static Facts of(VerifiedBundle bundle) {
    Manifest manifest = bundle.manifest();
    long bytes = manifest.volumes().stream().mapToLong(Volume::bytes).sum();
    return Facts.none()
        .and("bundle", name(bundle.routing().sequence()))
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

  private static String payload(VerifiedBundle bundle) {
    return switch (bundle.manifest().payload()) {
      case AGE -> "encrypted, " + bundle.pairing().pairing().suite().word();
      case PLAIN -> "plain";
    };
  }

  static boolean isExpired(VerifiedBundle bundle, Instant now) {
    return bundle.manifest().expires().isBefore(now);
  }
}
