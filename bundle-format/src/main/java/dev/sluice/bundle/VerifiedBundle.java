package dev.sluice.bundle;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Digest;
import java.util.List;

/**
 * A bundle that was signed by the sender of a confirmed pairing, for that pairing, and is whole:
 * when it was read, every file had exactly the signed bytes. It says nothing about what is inside,
 * nor whether it is new here.
 */
public final class VerifiedBundle {
  private final Manifest manifest;
  private final Digest root;
  private final ConfirmedPairing pairing;
  private final SshPublicKey signer;
  private final List<String> strays;

  VerifiedBundle(
      Manifest manifest,
      Digest root,
      ConfirmedPairing pairing,
      SshPublicKey signer,
      List<String> strays) {
    this.manifest = manifest;
    this.root = root;
    this.pairing = pairing;
    this.signer = signer;
    this.strays = strays;
  }

  public Manifest manifest() {
    return manifest;
  }

  public Routing routing() {
    return manifest.routing();
  }

  /** Digest of SHA256SUMS: the name of this bundle in ledgers and receipts. */
  public Digest root() {
    return root;
  }

  public ConfirmedPairing pairing() {
    return pairing;
  }

  public SshPublicKey signer() {
    return signer;
  }

  public Card sender() {
    return pairing.pairing().sender(direction());
  }

  public Card recipient() {
    return pairing.pairing().recipient(direction());
  }

  private Direction direction() {
    return manifest.routing().direction();
  }

  /** Files of operating systems that lay beside; not opened. Untrusted text. */
  public List<String> strays() {
    return strays;
  }
}
