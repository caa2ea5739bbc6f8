package dev.sluice.bundle;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.Presence;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.bundle.ssh.SshSignature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signatures over the root of a bundle, and what its pairing demands of them. */
final class BundleSignatures {
  private final UntrustedBundle bundle;
  private final Map<String, byte[]> checked = new LinkedHashMap<>();
  private Optional<Presence> presence = Optional.empty();

  BundleSignatures(UntrustedBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * The key that signed the root.
   *
   * @throws BundleRejectedException SIGNATURE_INVALID, SIGNER_NOT_PRESENT or UNKNOWN_SIGNER
   */
  SshPublicKey signer(Trust trust) throws BundleRejectedException {
    try {
      SshSignature signature = SshSignature.parse(bundle.signature());
      SshPublicKey signer = signature.verify(Namespace.EXPORT, bundle.sums(), trust.keys());
      presence = signature.presence();
      return signer;
    } catch (SshException e) {
      throw refused(e, BundleFiles.EXPORT_SIGNATURE);
    }
  }

  /**
   * Checks what the pairing demands beyond one good signature.
   *
   * @throws BundleRejectedException SIGNER_NOT_PRESENT, SIGNATURE_MISSING or SIGNATURE_INVALID
   */
  void checkDemands(Pairing pairing, Direction direction) throws BundleRejectedException {
    if (pairing.demands().contains(Demand.USER_VERIFICATION)
        && presence.filter(seen -> !seen.verified()).isPresent()) {
      throw new BundleRejectedException(
          RejectionReason.SIGNER_NOT_PRESENT,
          BundleFiles.EXPORT_SIGNATURE,
          "the hardware key signed without verifying the person, which the pairing demands");
    }
    if (pairing.demands().contains(Demand.COMPOSITE)) {
      checkComposite(pairing.sender(direction).composite().orElseThrow());
    }
  }

  /** The signature files that were checked, the signing key's last. */
  Map<String, byte[]> checked() {
    var files = new LinkedHashMap<>(checked);
    files.put(BundleFiles.EXPORT_SIGNATURE, bundle.signature());
    return files;
  }

  private void checkComposite(SshPublicKey key) throws BundleRejectedException {
    byte[] file =
        bundle
            .compositeSignature()
            .orElseThrow(
                () ->
                    new BundleRejectedException(
                        RejectionReason.SIGNATURE_MISSING,
                        BundleFiles.COMPOSITE_SIGNATURE,
                        "the composite signature that the pairing demands is not there"));
    try {
      SshSignature.parse(file).verify(Namespace.EXPORT, bundle.sums(), List.of(key));
      checked.put(BundleFiles.COMPOSITE_SIGNATURE, file);
    } catch (SshException e) {
      throw refused(e, BundleFiles.COMPOSITE_SIGNATURE);
    }
  }

  private static BundleRejectedException refused(SshException e, String file) {
    return switch (e.reason()) {
      case UNTRUSTED_SIGNER ->
          new BundleRejectedException(
              RejectionReason.UNKNOWN_SIGNER,
              file,
              "the bundle is signed by a key that no confirmed pairing names");
      case NOT_PRESENT ->
          new BundleRejectedException(
              RejectionReason.SIGNER_NOT_PRESENT,
              file,
              "the bundle is signed by a hardware key that nobody touched");
      default ->
          new BundleRejectedException(
              RejectionReason.SIGNATURE_INVALID,
              file,
              "the signature does not fit the bundle: " + e.getMessage());
    };
  }
}
