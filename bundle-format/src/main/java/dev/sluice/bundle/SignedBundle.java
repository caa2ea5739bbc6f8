package dev.sluice.bundle;

import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A bundle whose small files are exactly what the sender of a confirmed pairing signed for that
 * pairing. Its volumes have not been read; they may be damaged, or lie on another medium.
 */
public final class SignedBundle {
  private final Manifest manifest;
  private final SignedFiles files;
  private final ConfirmedPairing pairing;
  private final SshPublicKey signer;
  private final UntrustedBundle source;

  SignedBundle(
      Manifest manifest,
      SignedFiles files,
      ConfirmedPairing pairing,
      SshPublicKey signer,
      UntrustedBundle source) {
    this.manifest = manifest;
    this.files = files;
    this.pairing = pairing;
    this.signer = signer;
    this.source = source;
  }

  public Manifest manifest() {
    return manifest;
  }

  public Routing routing() {
    return manifest.routing();
  }

  /** Digest of SHA256SUMS: the name of this bundle in ledgers and receipts. */
  public Digest root() {
    return files.root();
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

  /** Files of operating systems that lay beside; not opened. Untrusted text. */
  public List<String> strays() {
    return source.strays();
  }

  /** Length of all volumes. */
  public long bytes() {
    return manifest.volumes().stream().mapToLong(Volume::bytes).sum();
  }

  /** Length of all volumes once they are unpacked. */
  public long unpackedBytes() {
    return manifest.volumes().stream().mapToLong(Volume::tar).sum();
  }

  /** Volumes that lie where this bundle was looked at, in order; they have not been read. */
  public List<Volume> present() {
    return manifest.volumes().stream()
        .filter(volume -> source.volumes().contains(volume.name().text()))
        .toList();
  }

  /** Whether its volumes are read past the system's cache. */
  public boolean readsPastCache() throws IOException {
    return source.readsPastCache();
  }

  /**
   * Reads a volume where this bundle was looked at.
   *
   * @throws BundleRejectedException FILE_MISSING, FILE_DAMAGED, NOT_A_FILE or PAIRING_POLICY
   */
  public void check(Volume volume) throws IOException, BundleRejectedException {
    copyTo(volume, OutputStream.nullOutputStream());
  }

  /**
   * Copies a volume from where this bundle was looked at.
   *
   * @throws IOException if the target fails; it has no such file then
   * @throws BundleRejectedException if the volume is not as signed; the target has no such file
   */
  public void copy(Volume volume, BundleTarget target) throws IOException, BundleRejectedException {
    try {
      target.write(
          volume.name().text(),
          out -> {
            try {
              copyTo(volume, out);
            } catch (BundleRejectedException e) {
              throw new RefusedContentException(e);
            }
          });
    } catch (RefusedContentException e) {
      throw e.refusal();
    }
  }

  private void copyTo(Volume volume, OutputStream out) throws IOException, BundleRejectedException {
    try (InputStream in = MediumInput.open(source, volume)) {
      new VolumeCheck(this).copy(volume, in, out);
    } catch (MediumInput.UnreadableException e) {
      throw MediumInput.unreadable(volume);
    }
  }

  /** Writes manifest.json, so that an unfinished folder says whose it is. */
  public void announce(BundleTarget target) throws IOException {
    files.announce(target);
  }

  /** Writes the other small files; the signature last, since it makes the folder a bundle. */
  public void publish(BundleTarget target) throws IOException {
    files.publish(target);
  }

  /** Who hears of the reading of its volumes. */
  public Headway headway() {
    return source.headway();
  }

  BundleLimits limits() {
    return source.limits();
  }

  SignedFiles files() {
    return files;
  }

  private Direction direction() {
    return manifest.routing().direction();
  }

  /** Carries a refusal out of the writing of a file. */
  private static final class RefusedContentException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedContentException(BundleRejectedException cause) {
      super(cause);
    }

    BundleRejectedException refusal() {
      return (BundleRejectedException) getCause();
    }
  }
}
