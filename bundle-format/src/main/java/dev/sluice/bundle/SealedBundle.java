package dev.sluice.bundle;

import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bundle whose volumes lie on the medium and whose root is signed, but not yet published. Until
 * {@link #publish} the medium holds no valid bundle of this number.
 */
public final class SealedBundle {
  private final Manifest manifest;
  private final SignedFiles files;

  private SealedBundle(Manifest manifest, SignedFiles files) {
    this.manifest = manifest;
    this.files = files;
  }

  static SealedBundle sign(Manifest manifest, Map<String, Digest> volumes, SigningKey key)
      throws IOException {
    byte[] howToOpen = howToOpen(manifest.payload());
    var digests = new LinkedHashMap<String, Digest>();
    digests.put(Sums.HOW_TO_OPEN, Digest.of(howToOpen));
    digests.put(Sums.MANIFEST, Digest.of(manifest.bytes()));
    digests.putAll(volumes);
    Sums sums = Sums.of(digests);
    byte[] signature = key.sign(Namespace.EXPORT, sums.bytes()).armoured();
    return new SealedBundle(
        manifest, new SignedFiles(sums, manifest.bytes(), howToOpen, signature));
  }

  private static byte[] howToOpen(PayloadMode mode) throws IOException {
    try (InputStream in = SealedBundle.class.getResourceAsStream("how-to-open-" + mode + ".txt")) {
      return in.readAllBytes();
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Name of this bundle in ledgers and receipts. */
  public Digest root() {
    return files.root();
  }

  /** Writes the small files; the signature last, since it is what makes the folder a bundle. */
  public void publish(BundleTarget target) throws IOException {
    files.announce(target);
    files.publish(target);
  }
}
