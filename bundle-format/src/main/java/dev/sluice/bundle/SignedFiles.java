package dev.sluice.bundle;

import dev.sluice.bundle.model.Sums;
import dev.sluice.canonical.Digest;
import java.io.IOException;

/** The small files of a bundle, as bytes that were checked and can be written to another medium. */
final class SignedFiles {
  private final Sums sums;
  private final byte[] manifest;
  private final byte[] howToOpen;
  private final byte[] signature;

  SignedFiles(Sums sums, byte[] manifest, byte[] howToOpen, byte[] signature) {
    this.sums = sums;
    this.manifest = manifest;
    this.howToOpen = howToOpen;
    this.signature = signature;
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

  /** Writes the others; the signature last, since it is what makes a folder a bundle. */
  void publish(BundleTarget target) throws IOException {
    write(target, Sums.HOW_TO_OPEN, howToOpen);
    write(target, Sums.FILE, sums.bytes());
    write(target, BundleFiles.EXPORT_SIGNATURE, signature);
  }

  private static void write(BundleTarget target, String name, byte[] bytes) throws IOException {
    target.write(name, out -> out.write(bytes));
  }
}
