package dev.sluice.bundle.age;

import java.io.IOException;
import java.io.InputStream;

/** Consecutive chunks of a payload, sealed or opened in one go. For one thread at a time. */
final class ChunkBatch {
  /** Chunks of a batch that is worth a worker: 4 MiB. */
  static final int MANY = 64;

  /** Chunks at the head of a payload that are not: what is small is done without threads. */
  static final int ALONE = 16;

  /** How the chunks went on. */
  enum Outcome {
    MORE("goes on"),
    LAST("has its last chunk"),
    ENDED("is whole"),
    CUT_SHORT("is cut short"),
    CHANGED("was changed or cut short"),
    EMPTY_CHUNK("has an empty chunk after its end"),
    FOLLOWED("is followed by bytes that do not belong to it"),
    UNREADABLE("could not be read");

    private final String predicate;

    Outcome(String predicate) {
      this.predicate = predicate;
    }

    /** What a sentence says about the payload. */
    String predicate() {
      return predicate;
    }
  }

  private final byte[] plain;
  private final byte[] sealed;
  private int plainLength;
  private int sealedLength;
  private Outcome outcome = Outcome.MORE;

  ChunkBatch(int chunks) {
    plain = new byte[chunks * Chunks.SIZE];
    sealed = new byte[chunks * Chunks.SEALED_SIZE];
  }

  /** The batch with which a payload starts. */
  static ChunkBatch first() {
    return new ChunkBatch(1);
  }

  byte[] plain() {
    return plain;
  }

  int plainLength() {
    return plainLength;
  }

  byte[] sealed() {
    return sealed;
  }

  int sealedLength() {
    return sealedLength;
  }

  /** How the batch ends, once it was opened; the plaintext before that is authentic. */
  Outcome outcome() {
    return outcome;
  }

  boolean isFull() {
    return plainLength == plain.length;
  }

  /** Appends plaintext as far as it fits; returns how much did. */
  int fill(byte[] from, int offset, int length) {
    int step = Math.min(length, plain.length - plainLength);
    System.arraycopy(from, offset, plain, plainLength, step);
    plainLength += step;
    return step;
  }

  void clear() {
    plainLength = 0;
  }

  /**
   * Seals the plaintext.
   *
   * @param index of the first chunk
   * @param last whether the payload ends with this batch
   */
  ChunkBatch seal(ChaChaPoly cipher, long index, boolean last) {
    int from = 0;
    int to = 0;
    long chunk = index;
    do {
      int length = Math.min(Chunks.SIZE, plainLength - from);
      boolean ends = last && from + length == plainLength;
      to += cipher.seal(Chunks.nonce(chunk++, ends), plain, from, length, sealed, to);
      from += length;
    } while (from < plainLength);
    sealedLength = to;
    return this;
  }

  /** Takes in sealed chunks until the batch is full; returns whether {@code source} has ended. */
  boolean read(InputStream source) throws IOException {
    sealedLength = source.readNBytes(sealed, 0, sealed.length);
    return sealedLength < sealed.length;
  }

  /** Opens the sealed chunks up to the first that is wrong. */
  ChunkBatch open(ChaChaPoly cipher, long index) {
    plainLength = 0;
    outcome = Outcome.MORE;
    long chunk = index;
    for (int at = 0; at < sealedLength && outcome == Outcome.MORE; chunk++) {
      int length = Math.min(Chunks.SEALED_SIZE, sealedLength - at);
      outcome = open(cipher, chunk, at, length);
      at += length;
      if (outcome == Outcome.LAST && at < sealedLength) {
        outcome = Outcome.FOLLOWED;
      }
    }
    return this;
  }

  /** Opens one chunk; a full one says by its nonce only whether another follows. */
  private Outcome open(ChaChaPoly cipher, long chunk, int at, int length) {
    if (length < ChaChaPoly.TAG_LENGTH) {
      return Outcome.CUT_SHORT;
    }
    boolean more =
        length == Chunks.SEALED_SIZE
            && cipher.open(Chunks.nonce(chunk, false), sealed, at, length, plain, plainLength);
    if (!more && !cipher.open(Chunks.nonce(chunk, true), sealed, at, length, plain, plainLength)) {
      return Outcome.CHANGED;
    }
    if (length == ChaChaPoly.TAG_LENGTH && chunk > 0) {
      return Outcome.EMPTY_CHUNK;
    }
    plainLength += length - ChaChaPoly.TAG_LENGTH;
    return more ? Outcome.MORE : Outcome.LAST;
  }
}
