package dev.sluice.bundle.vectors;

import static dev.sluice.bundle.vectors.Forge.COMPOSITE_SIGNATURE;
import static dev.sluice.bundle.vectors.Forge.SIGNATURE;

import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.testing.SoftToken;

/** Keys that were replaced, revoked, not touched, or not joined by the second that has to sign. */
final class KeyVectors {
  private KeyVectors() {}

  @Good(
      value = "the last bundle that counts under a superseded pairing",
      pairing = Party.SUPERSEDED)
  static void goodSuperseded(Forge forge) {
    forge.folder(files -> {});
  }

  @Attack(
      value = "the first bundle after the last that counts under a superseded pairing",
      expect = RejectionReason.PAIRING_SUPERSEDED,
      pairing = Party.SUPERSEDED)
  static void pairingSuperseded(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":2"));
  }

  @Good(value = "the last bundle that counts of a revoked key", pairing = Party.REVOKED)
  static void goodRevoked(Forge forge) {
    forge.folder(files -> {});
  }

  @Attack(
      value = "the first bundle after the last that counts of a revoked key",
      expect = RejectionReason.KEY_REVOKED,
      pairing = Party.REVOKED,
      note = "whatever date it bears")
  static void keyRevoked(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":2"));
  }

  @Attack(
      value = "sealed on the day after the pairing's last",
      expect = RejectionReason.PAIRING_EXPIRED)
  static void pairingExpired(Forge forge) {
    forge.manifest(
        Edit.replacePattern("\"created\":\"[^\"]*\"", "\"created\":\"2030-01-02T00:00:00Z\""));
  }

  @Good(value = "sealed in the last second of the pairing's last day")
  static void goodOnTheLastDay(Forge forge) {
    forge.manifest(
        Edit.replacePattern("\"created\":\"[^\"]*\"", "\"created\":\"2030-01-01T23:59:59Z\""));
  }

  @Good(value = "two signatures, the second composite", pairing = Party.COMPOSITE)
  static void goodComposite(Forge forge) {
    forge.folder(files -> {});
  }

  @Attack(
      value = "the composite signature taken away",
      expect = RejectionReason.SIGNATURE_MISSING,
      pairing = Party.COMPOSITE,
      note = "the other one is good")
  static void compositeStripped(Forge forge) {
    forge.folder(files -> files.remove(COMPOSITE_SIGNATURE));
  }

  @Attack(
      value = "the signing key's signature in place of the composite one",
      expect = RejectionReason.UNKNOWN_SIGNER,
      pairing = Party.COMPOSITE)
  static void compositeDowngraded(Forge forge) {
    forge.folder(files -> files.put(COMPOSITE_SIGNATURE, files.get(SIGNATURE)));
  }

  @Attack(
      value = "the composite signature of another bundle",
      expect = RejectionReason.SIGNATURE_INVALID,
      pairing = Party.COMPOSITE)
  static void compositeOfAnotherBundle(Forge forge) {
    forge.folder(files -> files.put(COMPOSITE_SIGNATURE, forge.another().get(COMPOSITE_SIGNATURE)));
  }

  @Attack(
      value = "the composite signature of the other side",
      expect = RejectionReason.UNKNOWN_SIGNER,
      pairing = Party.COMPOSITE)
  static void compositeOfTheOtherSide(Forge forge) {
    forge.folder(
        files -> {
          byte[] root = files.get(Sums.FILE);
          files.put(
              COMPOSITE_SIGNATURE,
              forge.pair().high().composite().sign(Namespace.EXPORT, root).armoured());
        });
  }

  @Attack(
      value = "the composite signature made for releasing",
      expect = RejectionReason.SIGNATURE_INVALID,
      pairing = Party.COMPOSITE)
  static void compositeForRelease(Forge forge) {
    forge.folder(
        files -> {
          byte[] root = files.get(Sums.FILE);
          files.put(
              COMPOSITE_SIGNATURE,
              forge.pair().low().composite().sign(Namespace.RELEASE, root).armoured());
        });
  }

  @Good(value = "signed by a FIDO token that verified the person", pairing = Party.TOKEN)
  static void goodToken(Forge forge) {
    forge.signing((key, sums) -> Party.token().sign(Namespace.EXPORT, sums).armoured());
  }

  @Attack(
      value = "signed by a FIDO token that nobody touched",
      expect = RejectionReason.SIGNER_NOT_PRESENT,
      pairing = Party.TOKEN,
      note = "ssh-keygen -Y verify accepts it")
  static void tokenUntouched(Forge forge) {
    forge.signing((key, sums) -> Party.token().file(Namespace.EXPORT, sums, 0));
  }

  @Attack(
      value = "touched, but without the PIN that the pairing demands",
      expect = RejectionReason.SIGNER_NOT_PRESENT,
      pairing = Party.TOKEN,
      note = "ssh-keygen -Y verify accepts it")
  static void tokenWithoutPin(Forge forge) {
    forge.signing((key, sums) -> Party.token().file(Namespace.EXPORT, sums, SoftToken.TOUCHED));
  }

  @Attack(
      value = "the flag of a token that announces attested data",
      expect = RejectionReason.SIGNATURE_INVALID,
      pairing = Party.TOKEN)
  static void tokenWithAttestedData(Forge forge) {
    forge.signing((key, sums) -> Party.token().file(Namespace.EXPORT, sums, 0x45));
  }
}
