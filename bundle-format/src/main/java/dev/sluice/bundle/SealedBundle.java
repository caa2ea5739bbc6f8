package dev.sluice.bundle;

import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bundle whose volumes lie on the medium and whose root is signed, but not yet published. Until
 * {@link #publish} the medium holds no valid bundle of this number.
 */
public final class SealedBundle {
  private final Manifest manifest;
  private final byte[] howToOpen;
  private final byte[] sums;
  private final byte[] signature;

  private SealedBundle(Manifest manifest, byte[] howToOpen, byte[] sums, byte[] signature) {
    this.manifest = manifest;
    this.howToOpen = howToOpen;
    this.sums = sums;
    this.signature = signature;
  }

  static SealedBundle sign(Manifest manifest, Map<String, Digest> volumes, SigningKey key)
      throws IOException {
    byte[] howToOpen = howToOpen(manifest.payload());
    var digests = new LinkedHashMap<String, Digest>();
    digests.put(Sums.HOW_TO_OPEN, Digest.of(howToOpen));
    digests.put(Sums.MANIFEST, Digest.of(manifest.bytes()));
    digests.putAll(volumes);
    byte[] sums = Sums.of(digests).bytes();
    return new SealedBundle(manifest, howToOpen, sums, key.sign(Namespace.EXPORT, sums).armoured());
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
    return Digest.of(sums);
  }

  /** Writes the small files; the signature last, since it is what makes the folder a bundle. */
  public void publish(BundleTarget target) throws IOException {
    write(target, Sums.HOW_TO_OPEN, howToOpen);
    write(target, Sums.MANIFEST, manifest.bytes());
    write(target, Sums.FILE, sums);
    write(target, BundleFiles.EXPORT_SIGNATURE, signature);
  }

  private static void write(BundleTarget target, String name, byte[] bytes) throws IOException {
    try (OutputStream out = target.create(name)) {
      out.write(bytes);
    }
  }
}
