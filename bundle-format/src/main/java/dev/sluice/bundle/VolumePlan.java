package dev.sluice.bundle;

import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.VolumeName;
import java.util.ArrayList;
import java.util.List;

/**
 * Which entries go into which volume. Documents fill index volumes, blobs data volumes; a blob that
 * is larger than a volume is cut into pieces that {@code cat} joins again.
 */
final class VolumePlan {
  /**
   * One planned entry.
   *
   * @param name in the archive
   * @param offset where in the item it begins
   * @param bytes its length
   */
  record Piece(EntryName name, BundleDraft.Item item, long offset, long bytes) {}

  /** One planned volume. */
  record PlannedVolume(VolumeName name, List<Piece> pieces) {
    /** Length that it will not exceed, unless {@code volumeBytes} is even less. */
    long longest(long markBytes) {
      long tar = markBytes + MARGIN;
      for (Piece piece : pieces) {
        tar += piece.bytes() + TAR_OVERHEAD;
      }
      return tar + tar / 8;
    }
  }

  /** Tar header and padding of an entry. */
  private static final long TAR_OVERHEAD = 1024;

  /** age header, marks and the end of the archive. */
  private static final long MARGIN = 16 << 10;

  /** Headroom for marks, headers and what does not compress. */
  private static final long OVERHEAD = 64 << 10;

  private static final long SMALLEST_PIECE = 1 << 20;

  private final PayloadMode mode;
  private final long capacity;
  private final List<PlannedVolume> volumes = new ArrayList<>();

  private VolumePlan(PayloadMode mode, long volumeBytes) {
    this.mode = mode;
    this.capacity = volumeBytes - OVERHEAD - volumeBytes / 128;
  }

  static List<PlannedVolume> of(BundleDraft draft, PayloadMode mode, long volumeBytes) {
    var plan = new VolumePlan(mode, volumeBytes);
    plan.fill(VolumeName.Role.INDEX, draft.documents());
    if (!draft.blobs().isEmpty()) {
      plan.fill(VolumeName.Role.DATA, draft.blobs());
    }
    return List.copyOf(plan.volumes);
  }

  /** Most bytes that can be encrypted into a volume; the plan fills none that far. */
  static long longestPayload(long volumeBytes) {
    return volumeBytes - OVERHEAD / 8 - volumeBytes / 4096;
  }

  private void fill(VolumeName.Role role, List<BundleDraft.Item> items) {
    int number = 1;
    long free = capacity;
    PlannedVolume volume = start(role, number);
    for (BundleDraft.Item item : items) {
      long offset = 0;
      int part = item.bytes() > capacity ? 1 : 0;
      do {
        long rest = item.bytes() - offset;
        boolean full = part == 0 ? rest > free : free < SMALLEST_PIECE;
        if (full && !volume.pieces().isEmpty()) {
          volume = start(role, ++number);
          free = capacity;
        }
        long bytes = part == 0 ? rest : Math.min(rest, free);
        EntryName name = part == 0 ? item.name() : item.name().piece(part++);
        volume.pieces().add(new Piece(name, item, offset, bytes));
        offset += bytes;
        free -= bytes + ENTRY_OVERHEAD;
      } while (offset < item.bytes());
    }
  }

  /** Header, padding, and the entry's line in the table of contents. */
  private static final long ENTRY_OVERHEAD = 1536;

  private PlannedVolume start(VolumeName.Role role, int number) {
    var volume = new PlannedVolume(new VolumeName(role, number, mode), new ArrayList<>());
    volumes.add(volume);
    return volume;
  }
}
