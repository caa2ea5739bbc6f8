package dev.sluice.bundle;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeHeader;
import dev.sluice.bundle.age.StanzaPolicy;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.work.HashBeside;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Compares volumes with what was signed while their bytes are read, once. */
final class VolumeCheck {
  private static final int HEADER_WINDOW = 80 << 10;
  private static final int BUFFER = 1 << 20;

  private final SignedBundle bundle;

  VolumeCheck(SignedBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Reads {@code volume} from {@code in} to its end and hands every byte on to {@code out}.
   *
   * @throws BundleRejectedException FILE_DAMAGED or PAIRING_POLICY; {@code out} has got bytes then
   */
  void copy(Volume volume, InputStream in, OutputStream out)
      throws IOException, BundleRejectedException {
    String name = volume.name().text();
    byte[] head = in.readNBytes((int) Math.min(HEADER_WINDOW, volume.bytes()));
    var hash = new HashBeside();
    hash.update(head, 0, head.length);
    out.write(head);
    boolean whole = copy(in, out, hash, volume.bytes() - head.length);
    if (!whole || in.read() >= 0 || !hash.digest().equals(bundle.files().digest(name))) {
      throw damaged(name);
    }
    checkStanzas(volume, head);
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
      hash.update(buffer, 0, count);
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

  private void checkStanzas(Volume volume, byte[] head)
      throws IOException, BundleRejectedException {
    if (volume.name().mode() == PayloadMode.PLAIN) {
      return;
    }
    try {
      StanzaPolicy.exactly(bundle.pairing().pairing().suite(), 1)
          .check(AgeHeader.read(new ByteArrayInputStream(head)));
    } catch (AgeException e) {
      throw new BundleRejectedException(
          RejectionReason.PAIRING_POLICY, volume.name().text(), e.getMessage());
    }
  }

  static BundleRejectedException damaged(String name) {
    return new BundleRejectedException(
        RejectionReason.FILE_DAMAGED, name, "a file of the bundle differs from what was signed");
  }
}
