package dev.sluice.bundle;

import dev.sluice.bundle.VolumePlan.Piece;
import dev.sluice.bundle.VolumePlan.PlannedVolume;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.age.AgeWriter;
import dev.sluice.bundle.archive.EntryWriter;
import dev.sluice.bundle.archive.Zstd;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.Volume;
import dev.sluice.canonical.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;

/** Packs volumes one after the other: tar, and for an encrypted payload zstd and age around it. */
final class VolumePacker {
  private final AgeRecipient recipient;
  private final SecureRandom random;
  private final long volumeBytes;

  VolumePacker(AgeRecipient recipient, SecureRandom random, long volumeBytes) {
    this.recipient = recipient;
    this.random = random;
    this.volumeBytes = volumeBytes;
  }

  /**
   * A volume that was written.
   *
   * @param volume as the manifest lists it
   * @param digest of its bytes on the medium
   */
  record Packed(Volume volume, Digest digest) {}

  /**
   * Writes {@code planned} to {@code out}.
   *
   * @param markName name of the first entry
   * @param mark its content
   */
  Packed pack(PlannedVolume planned, String markName, byte[] mark, OutputStream out)
      throws IOException {
    var file = new MeasuredOutput(out);
    EntryWriter archive;
    try (OutputStream packed = packing(planned.name().mode(), file)) {
      archive = new EntryWriter(packed);
      archive.add(markName, mark.length, new ByteArrayInputStream(mark));
      for (Piece piece : planned.pieces()) {
        add(archive, piece);
      }
      archive.finish();
    }
    var volume = new Volume(planned.name(), file.length(), archive.length(), archive.entries());
    return new Packed(volume, file.digest());
  }

  private static void add(EntryWriter archive, Piece piece) throws IOException {
    try (InputStream in = piece.item().source().open()) {
      in.skipNBytes(piece.offset());
      archive.add(piece.name().text(), piece.bytes(), new Bounded(in, piece.bytes()));
    }
  }

  private OutputStream packing(PayloadMode mode, OutputStream file) throws IOException {
    if (mode == PayloadMode.PLAIN) {
      return new Unclosed(file);
    }
    OutputStream encrypted = AgeWriter.encrypt(new Unclosed(file), recipient, random);
    return Zstd.compress(encrypted, VolumePlan.longestPayload(volumeBytes));
  }
}
