package dev.sluice.bundle;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The trust step: the only way from an {@link UntrustedBundle} to a {@link VerifiedBundle}.
 *
 * <p>In this order, each step refusing by itself: signature over the raw root; grammar of the root;
 * manifest; pairing and direction; files declared and undeclared; then every volume, read once and
 * compared. No key is needed and nothing is decrypted.
 */
public final class BundleVerifier {
  /** Where the bytes of a volume go while they are verified. */
  interface VolumeSink {
    OutputStream create(String volume) throws IOException;
  }

  private final UntrustedBundle bundle;
  private final Trust trust;

  private BundleVerifier(UntrustedBundle bundle, Trust trust) {
    this.bundle = bundle;
    this.trust = trust;
  }

  /**
   * Verifies a bundle where it lies; its volumes are read and forgotten. For a guard station, and
   * for reading back what was written.
   */
  public static VerifiedBundle verify(UntrustedBundle bundle, Trust trust)
      throws IOException, BundleRejectedException {
    return verify(bundle, trust, volume -> OutputStream.nullOutputStream());
  }

  /** The same, handing every byte of the volumes on while it is verified. */
  static VerifiedBundle verify(UntrustedBundle bundle, Trust trust, VolumeSink sink)
      throws IOException, BundleRejectedException {
    SignedBundle signed = signed(bundle, trust);
    var check = new VolumeCheck(signed);
    for (Volume volume : signed.manifest().volumes()) {
      try (InputStream in = MediumInput.open(bundle, volume);
          OutputStream out = sink.create(volume.name().text())) {
        check.copy(volume, in, out);
      } catch (MediumInput.UnreadableException e) {
        throw MediumInput.unreadable(volume);
      }
    }
    return new VerifiedBundle(signed);
  }

  /**
   * Checks the small files of {@code bundle}. Of the volumes only the names are looked at: some may
   * lie on another medium, none may be foreign.
   */
  public static SignedBundle signed(UntrustedBundle bundle, Trust trust)
      throws BundleRejectedException {
    return new BundleVerifier(bundle, trust).signed();
  }

  private SignedBundle signed() throws BundleRejectedException {
    var signatures = new BundleSignatures(bundle);
    SshPublicKey signer = signatures.signer(trust);
    Sums sums = Sums.parse(bundle.sums());
    compare(sums, Sums.HOW_TO_OPEN, bundle.howToOpen());
    compare(sums, Sums.MANIFEST, bundle.manifest());
    Manifest manifest = Manifest.parse(bundle.manifest(), bundle.limits());
    ConfirmedPairing pairing = trust.pairingFor(signer, manifest.routing());
    signatures.checkDemands(pairing.pairing(), manifest.routing().direction());
    checkDay(manifest, pairing);
    checkRules(manifest, pairing);
    checkFiles(manifest, sums);
    var files = new SignedFiles(sums, bundle.manifest(), bundle.howToOpen(), signatures.checked());
    return new SignedBundle(manifest, files, pairing, signer, bundle);
  }

  private static void compare(Sums sums, String name, byte[] bytes) throws BundleRejectedException {
    if (!Digest.of(bytes).equals(sums.digests().get(name))) {
      throw VolumeCheck.damaged(name);
    }
  }

  /** Whether the sender says that it sealed the bundle within the pairing's time. */
  private static void checkDay(Manifest manifest, ConfirmedPairing pairing)
      throws BundleRejectedException {
    LocalDate sealed = LocalDate.ofInstant(manifest.created(), ZoneOffset.UTC);
    if (sealed.isAfter(pairing.pairing().expires())) {
      throw new BundleRejectedException(
          RejectionReason.PAIRING_EXPIRED,
          Sums.MANIFEST,
          "the bundle was sealed after its pairing expired on " + pairing.pairing().expires());
    }
  }

  private void checkRules(Manifest manifest, ConfirmedPairing pairing)
      throws BundleRejectedException {
    PayloadMode mode = pairing.pairing().payload(manifest.routing().direction());
    int stanzas = mode == PayloadMode.AGE ? 1 : 0;
    boolean fits =
        manifest.payload() == mode
            && manifest.stanzas() == stanzas
            && manifest.packed().stream().allMatch(volume -> volume.name().mode() == mode);
    if (!fits) {
      throw new BundleRejectedException(
          RejectionReason.PAIRING_POLICY,
          Sums.MANIFEST,
          "the bundle is packed in another way than the pairing says");
    }
  }

  private void checkFiles(Manifest manifest, Sums sums) throws BundleRejectedException {
    var declared = new ArrayList<>(List.of(Sums.HOW_TO_OPEN, Sums.MANIFEST));
    manifest.volumes().forEach(volume -> declared.add(volume.name().text()));
    if (!declared.equals(List.copyOf(sums.digests().keySet()))) {
      throw new BundleRejectedException(
          RejectionReason.MANIFEST_FORM,
          Sums.MANIFEST,
          "manifest.json and SHA256SUMS list different files");
    }
    for (String name : bundle.volumes()) {
      if (!declared.contains(name)) {
        throw new BundleRejectedException(
            RejectionReason.UNDECLARED_FILE, name, "the bundle's folder holds a foreign volume");
      }
    }
  }
}
