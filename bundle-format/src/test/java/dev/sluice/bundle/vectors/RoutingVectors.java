package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.ssh.Namespace;
import java.util.Map;

/** Whom a bundle is from and for. */
final class RoutingVectors {
  private RoutingVectors() {}

  @Attack(
      value = "a bundle handed back to its sender",
      expect = RejectionReason.OWN_BUNDLE,
      incoming = Direction.HIGH_TO_LOW,
      note = "a good bundle; the reader is the low side")
  static void reflection(Forge forge) {
    forge.folder(files -> {});
  }

  @Attack(
      value = "a bundle of our own with the other direction in it",
      expect = RejectionReason.OWN_BUNDLE,
      incoming = Direction.HIGH_TO_LOW)
  static void reflectionRelabelled(Forge forge) {
    forge.manifest(Edit.replace("low-to-high", "high-to-low"));
  }

  @Attack(value = "signed by the side that should receive it", expect = RejectionReason.OWN_BUNDLE)
  static void signerOfTheOtherRole(Forge forge) {
    forge.signing((key, sums) -> forge.pair().high().key().sign(Namespace.EXPORT, sums).armoured());
  }

  @Attack(
      value = "the right sender, but the other direction",
      expect = RejectionReason.UNKNOWN_SIGNER)
  static void directionSwapped(Forge forge) {
    forge.manifest(Edit.replace("low-to-high", "high-to-low"));
  }

  @Attack(
      value = "a bundle of the same sender for another site",
      expect = RejectionReason.WRONG_RECIPIENT)
  static void recipientElsewhere(Forge forge) {
    forge.folder(
        files -> {
          files.clear();
          files.putAll(
              new Forge("recipient-elsewhere", Party.ELSEWHERE.pair(), forge.direction()).make());
        });
  }

  @Attack(value = "a pairing that nobody knows", expect = RejectionReason.WRONG_RECIPIENT)
  static void pairingUnknown(Forge forge) {
    forge.manifest(
        Edit.replacePattern("\"pairing\":\"[0-9a-f]{64}", "\"pairing\":\"" + "0".repeat(64) + ""));
  }

  @Attack(
      value = "the pairing of the same sides with another suite",
      expect = RejectionReason.WRONG_RECIPIENT)
  static void pairingOfAnotherSuite(Forge forge) {
    forge.manifest(
        Edit.replacePattern(
            "\"pairing\":\"[0-9a-f]{64}",
            "\"pairing\":\"" + Party.HYBRID.pair().pairing().digest().hex()));
  }

  @Attack(
      value = "a plain bundle where the pairing demands age",
      expect = RejectionReason.PAIRING_POLICY,
      pairing = Party.CLASSIC,
      direction = Direction.HIGH_TO_LOW,
      incoming = Direction.HIGH_TO_LOW)
  static void volumesPlainWherePairingSaysAge(Forge forge) {
    forge.folder(
        files -> {
          files.clear();
          files.putAll(relabelled(Party.PLAIN, Party.CLASSIC));
        });
  }

  @Attack(
      value = "an encrypted bundle where the guard has to look inside",
      expect = RejectionReason.PAIRING_POLICY,
      pairing = Party.PLAIN,
      direction = Direction.HIGH_TO_LOW,
      incoming = Direction.HIGH_TO_LOW)
  static void volumesEncryptedWherePairingSaysPlain(Forge forge) {
    forge.folder(
        files -> {
          files.clear();
          files.putAll(relabelled(Party.CLASSIC, Party.PLAIN));
        });
  }

  /** A bundle packed by the rules of one pairing and sealed in the name of another. */
  private static Map<String, byte[]> relabelled(Party rules, Party name) {
    String digest = name.pair().pairing().digest().hex();
    return new Forge(rules + " for " + name, rules.pair(), Direction.HIGH_TO_LOW)
        .manifest(Edit.replace(rules.pair().pairing().digest().hex(), digest))
        .make();
  }
}
