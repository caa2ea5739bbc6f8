package dev.sluice.exporter.delta;

import dev.sluice.canonical.Digest;
import dev.sluice.state.store.BlobRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The chunks of the blobs that a peer has, to be found by their content, each to be used once. Of
 * chunks that are the same the first is found, and the others when they follow one that was used.
 */
final class Bases {
  /**
   * One blob that the peer has.
   *
   * @param blob its digest
   */
  record Base(Digest blob, Cuts cuts) {}

  private static final int FREE = -1;

  private final List<Base> bases;
  private final int[] firsts;
  private final int[] slots;
  private final BitSet used = new BitSet();

  Bases(List<Base> bases) {
    this.bases = List.copyOf(bases);
    this.firsts = new int[bases.size() + 1];
    for (int i = 0; i < bases.size(); i++) {
      firsts[i + 1] = firsts[i] + bases.get(i).cuts().count();
    }
    int chunks = firsts[bases.size()];
    this.slots = new int[Integer.highestOneBit(Math.max(1, chunks)) * 4];
    Arrays.fill(slots, FREE);
    for (int chunk = 0; chunk < chunks; chunk++) {
      int slot = slot(base(chunk).cuts(), inBase(chunk));
      if (slots[slot] == FREE) {
        slots[slot] = chunk;
      }
    }
  }

  /**
   * A chunk with the content of chunk {@code chunk} of {@code cuts}, which then is used.
   *
   * @param before the chunk that was found last, which the result follows if it can; or -1
   * @return a number for {@link #base} and {@link #range}, or -1 if there is none
   */
  int take(Cuts cuts, int chunk, int before) {
    int next = before + 1;
    boolean follows =
        before >= 0
            && next < firsts[bases.size()]
            && index(next) == index(before)
            && base(next).cuts().isSame(inBase(next), cuts, chunk);
    int found = follows && !used.get(next) ? next : slots[slot(cuts, chunk)];
    if (found == FREE || used.get(found)) {
      return -1;
    }
    used.set(found);
    return found;
  }

  Base base(int chunk) {
    return bases.get(index(chunk));
  }

  BlobRange range(int chunk) {
    return base(chunk).cuts().range(inBase(chunk));
  }

  private int inBase(int chunk) {
    return chunk - firsts[index(chunk)];
  }

  private int index(int chunk) {
    int index = 0;
    while (firsts[index + 1] <= chunk) {
      index++;
    }
    return index;
  }

  /** Where a chunk of this content stands in the table, or would. */
  private int slot(Cuts cuts, int chunk) {
    int slot = cuts.bits(chunk) & (slots.length - 1);
    while (slots[slot] != FREE
        && !base(slots[slot]).cuts().isSame(inBase(slots[slot]), cuts, chunk)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
