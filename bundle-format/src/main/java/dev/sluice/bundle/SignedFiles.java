package dev.sluice.bundle;

import dev.sluice.bundle.model.Sums;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.util.Map;

/** The small files of a bundle, as bytes that were checked and can be written to another medium. */
final class SignedFiles {
  private final Sums sums;
  private final byte[] manifest;
  private final byte[] howToOpen;
  private final Map<String, byte[]> signatures;

  /**
   * Files that were checked.
   *
   * @param signatures by file name, the signing key's last
   */
  SignedFiles(Sums sums, byte[] manifest, byte[] howToOpen, Map<String, byte[]> signatures) {
    this.sums = sums;
    this.manifest = manifest;
    this.howToOpen = howToOpen;
    this.signatures = signatures;
  }

  Digest root() {
    return Digest.of(sums.bytes());
  }

  Digest digest(String file) {
    return sums.digests().get(file);
  }

  /** Writes manifest.json, so that an unfinished folder says whose it is. */
  void announce(BundleTarget target) throws IOException {
    write(target, Sums.MANIFEST, manifest);
  }

  /**
   * Writes the others; the signing key's signature last, since it is what makes a folder a bundle.
   */
  void publish(BundleTarget target) throws IOException {
    write(target, Sums.HOW_TO_OPEN, howToOpen);
    write(target, Sums.FILE, sums.bytes());
    for (var signature : signatures.entrySet()) {
      write(target, signature.getKey(), signature.getValue());
    }
  }

  private static void write(BundleTarget target, String name, byte[] bytes) throws IOException {
    target.write(name, out -> out.write(bytes));
  }
}
