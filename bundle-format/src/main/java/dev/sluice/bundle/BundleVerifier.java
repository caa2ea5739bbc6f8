package dev.sluice.bundle;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeHeader;
import dev.sluice.bundle.age.StanzaPolicy;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Digest;
import java.io.ByteArrayInputStream;
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
  private static final int HEADER_WINDOW = 80 << 10;
  private static final int BUFFER = 1 << 20;

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
    return new BundleVerifier(bundle, trust).run(sink);
  }

  private VerifiedBundle run(VolumeSink sink) throws IOException, BundleRejectedException {
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
    for (Volume volume : manifest.volumes()) {
      take(volume, sums.digests().get(volume.name().text()), pairing, sink);
    }
    return new VerifiedBundle(manifest, Digest.of(bundle.sums()), pairing, signer, bundle.strays());
  }

  private static void compare(Sums sums, String name, byte[] bytes) throws BundleRejectedException {
    if (!Digest.of(bytes).equals(sums.digests().get(name))) {
      throw damaged(name);
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
            && manifest.volumes().stream().allMatch(volume -> volume.name().mode() == mode);
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
    for (String name : declared.subList(2, declared.size())) {
      if (!bundle.volumes().contains(name)) {
        throw new BundleRejectedException(
            RejectionReason.FILE_MISSING, name, "a volume of the bundle is missing");
      }
    }
  }

  private void take(Volume volume, Digest expected, ConfirmedPairing pairing, VolumeSink sink)
      throws IOException, BundleRejectedException {
    String name = volume.name().text();
    try (InputStream in = bundle.open(name);
        OutputStream out = sink.create(name)) {
      byte[] head = in.readNBytes((int) Math.min(HEADER_WINDOW, volume.bytes()));
      var hash = new HashBeside();
      hash.update(head, head.length);
      out.write(head);
      boolean whole = copy(in, out, hash, volume.bytes() - head.length);
      if (!whole || in.read() >= 0 || !hash.digest().equals(expected)) {
        throw damaged(name);
      }
      checkStanzas(volume, head, pairing);
    }
  }

  /** Copies {@code length} bytes, hashing one buffer while the other is filled. */
  private static boolean copy(InputStream in, OutputStream out, HashBeside hash, long length)
      throws IOException {
    int size = (int) Math.min(BUFFER, length);
    byte[] buffer = new byte[size];
    byte[] other = new byte[size];
    long left = length;
    while (left > 0) {
      int count = in.readNBytes(buffer, 0, (int) Math.min(size, left));
      hash.update(buffer, count);
      out.write(buffer, 0, count);
      left -= count;
      if (count == 0) {
        return false;
      }
      byte[] hashed = buffer;
      buffer = other;
      other = hashed;
    }
    return true;
  }

  private static void checkStanzas(Volume volume, byte[] head, ConfirmedPairing pairing)
      throws IOException, BundleRejectedException {
    if (volume.name().mode() == PayloadMode.PLAIN) {
      return;
    }
    try {
      StanzaPolicy.exactly(pairing.pairing().suite(), 1)
          .check(AgeHeader.read(new ByteArrayInputStream(head)));
    } catch (AgeException e) {
      throw new BundleRejectedException(
          RejectionReason.PAIRING_POLICY, volume.name().text(), e.getMessage());
    }
  }

  private static BundleRejectedException damaged(String name) {
    return new BundleRejectedException(
        RejectionReason.FILE_DAMAGED, name, "a file of the bundle differs from what was signed");
  }
}
