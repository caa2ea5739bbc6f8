package dev.sluice.bundle;

import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.Presence;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SshSignature;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bundle whose volumes lie on the medium and whose root is signed, but not yet published. Until
 * {@link #publish} the medium holds no valid bundle of this number.
 */
public final class SealedBundle {
  private final Manifest manifest;
  private final SignedFiles files;
  private final Optional<Presence> presence;

  private SealedBundle(Manifest manifest, SignedFiles files, Optional<Presence> presence) {
    this.manifest = manifest;
    this.files = files;
    this.presence = presence;
  }

  static SealedBundle sign(
      Manifest manifest, Map<String, Digest> volumes, Signer key, Optional<Signer> composite)
      throws IOException {
    byte[] howToOpen = howToOpen(manifest.payload());
    var digests = new LinkedHashMap<String, Digest>();
    digests.put(Sums.HOW_TO_OPEN, Digest.of(howToOpen));
    digests.put(Sums.MANIFEST, Digest.of(manifest.bytes()));
    digests.putAll(volumes);
    Sums sums = Sums.of(digests);
    var signatures = new LinkedHashMap<String, byte[]>();
    if (composite.isPresent()) {
      byte[] second = composite.get().sign(Namespace.EXPORT, sums.bytes()).armoured();
      signatures.put(BundleFiles.COMPOSITE_SIGNATURE, second);
    }
    SshSignature first = key.sign(Namespace.EXPORT, sums.bytes());
    signatures.put(BundleFiles.EXPORT_SIGNATURE, first.armoured());
    var files = new SignedFiles(sums, manifest.bytes(), howToOpen, signatures);
    return new SealedBundle(manifest, files, first.presence());
  }

  private static byte[] howToOpen(PayloadMode mode) throws IOException {
    try (InputStream in = SealedBundle.class.getResourceAsStream("how-to-open-" + mode + ".txt")) {
      return in.readAllBytes();
    }
  }

  /** What a hardware key said of the person at it, if one signed. */
  Optional<Presence> presence() {
    return presence;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Name of this bundle in ledgers and receipts. */
  public Digest root() {
    return files.root();
  }

  /**
   * Writes the small files; the signing key's signature last, since it is what makes the folder a
   * bundle.
   */
  public void publish(BundleTarget target) throws IOException {
    files.announce(target);
    files.publish(target);
  }
}
