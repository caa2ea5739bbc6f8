package dev.sluice.bundle.pairing;

import dev.sluice.bundle.ssh.AllowedSigners;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Digest;
import java.util.EnumSet;
import java.util.List;

/**
 * A pairing that both sides have signed: the only thing that bundles are believed by. It comes out
 * of {@link SignedPairing#confirmed} and nowhere else.
 */
public final class ConfirmedPairing {
  private final Pairing pairing;
  private final Digest digest;

  ConfirmedPairing(Pairing pairing) {
    this.pairing = pairing;
    this.digest = pairing.digest();
  }

  public Pairing pairing() {
    return pairing;
  }

  public Digest digest() {
    return digest;
  }

  /**
   * The {@code allowed_signers} file with which {@code ssh-keygen -Y verify} applies this pairing.
   */
  public String allowedSigners() {
    var signers = new AllowedSigners();
    for (Card card : List.of(pairing.low(), pairing.high())) {
      SshPublicKey key = card.signing();
      signers.allow(card.name(), EnumSet.complementOf(EnumSet.of(Namespace.RELEASE)), key);
    }
    return signers.text();
  }
}
