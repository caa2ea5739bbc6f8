package dev.sluice.cli.site;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SshPublicKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The keys that sign a bundle: those that the pairing names, which need not be the newest.
 *
 * @param signing signs every bundle
 * @param composite signs it too, where the pairing demands that
 */
public record BundleSigners(Signer signing, Optional<Signer> composite) {
  /** Unlocks the keys of the site that sends {@code sends} under {@code pairing}. */
  public static BundleSigners of(
      KeyFolder keys,
      ConfirmedPairing pairing,
      Direction sends,
      KeyFolder.Passphrase passphrase,
      SecureRandom random)
      throws IOException, SiteException {
    var sender = pairing.pairing().sender(sends);
    Signer signing = keys.signingKey(sender.signing(), passphrase);
    if (!pairing.pairing().demands().contains(Demand.COMPOSITE)) {
      return new BundleSigners(signing, Optional.empty());
    }
    SshPublicKey key = sender.composite().orElseThrow();
    return new BundleSigners(signing, Optional.of(keys.compositeKey(key, passphrase, random)));
  }
}
