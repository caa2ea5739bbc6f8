package dev.sluice.bundle;

import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Volume;
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
  private final SignedBundle signed;
  private final List<Volume> rebuilt;

  VerifiedBundle(SignedBundle signed) {
    this(signed, List.of());
  }

  VerifiedBundle(SignedBundle signed, List<Volume> rebuilt) {
    this.signed = signed;
    this.rebuilt = List.copyOf(rebuilt);
  }

  /** What its sender signed. */
  public SignedBundle signed() {
    return signed;
  }

  public Manifest manifest() {
    return signed.manifest();
  }

  public Routing routing() {
    return signed.routing();
  }

  /** Digest of SHA256SUMS: the name of this bundle in ledgers and receipts. */
  public Digest root() {
    return signed.root();
  }

  public ConfirmedPairing pairing() {
    return signed.pairing();
  }

  public SshPublicKey signer() {
    return signed.signer();
  }

  public Card sender() {
    return signed.sender();
  }

  public Card recipient() {
    return signed.recipient();
  }

  /** Volumes that were lost and had to be made of the others, in order. */
  public List<Volume> rebuilt() {
    return rebuilt;
  }

  /** Files of operating systems that lay beside; not opened. Untrusted text. */
  public List<String> strays() {
    return signed.strays();
  }
}
