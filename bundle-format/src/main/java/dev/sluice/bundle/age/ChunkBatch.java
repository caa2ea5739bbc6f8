package dev.sluice.bundle.age;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

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

  // An array for each chunk: a provider in native code copies whole arrays.
  private final byte[][] plain;
  private final byte[][] sealed;
  private int plainLength;
  private int sealedLength;
  private Outcome outcome = Outcome.MORE;

  ChunkBatch(int chunks) {
    plain = new byte[chunks][Chunks.SIZE];
    sealed = new byte[chunks][Chunks.SEALED_SIZE];
  }

  /** The batch with which a payload starts. */
  static ChunkBatch first() {
    return new ChunkBatch(1);
  }

  int plainLength() {
    return plainLength;
  }

  int sealedLength() {
    return sealedLength;
  }

  /** How the batch ends, once it was opened; the plaintext before that is authentic. */
  Outcome outcome() {
    return outcome;
  }

  boolean isFull() {
    return plainLength == plain.length * Chunks.SIZE;
  }

  void clear() {
    plainLength = 0;
  }

  /** Appends plaintext up to the end of a chunk, if the batch is not full; returns how much. */
  int fill(byte[] from, int offset, int length) {
    int start = plainLength % Chunks.SIZE;
    int step = Math.min(length, Chunks.SIZE - start);
    System.arraycopy(from, offset, plain[plainLength / Chunks.SIZE], start, step);
    plainLength += step;
    return step;
  }

  /** Copies plaintext from {@code position} up to the end of a chunk; returns how much. */
  int copy(int position, byte[] to, int offset, int length) {
    int start = position % Chunks.SIZE;
    int most = Math.min(Chunks.SIZE - start, plainLength - position);
    int step = Math.min(length, most);
    System.arraycopy(plain[position / Chunks.SIZE], start, to, offset, step);
    return step;
  }

  /**
   * Seals the plaintext.
   *
   * @param index of the first chunk
   * @param last whether the payload ends with this batch
   */
  ChunkBatch seal(ChaChaPoly cipher, long index, boolean last) {
    int chunks = Math.max(1, (plainLength + Chunks.SIZE - 1) / Chunks.SIZE);
    sealedLength = 0;
    for (int i = 0; i < chunks; i++) {
      int length = Math.min(Chunks.SIZE, plainLength - i * Chunks.SIZE);
      byte[] nonce = Chunks.nonce(index + i, last && i == chunks - 1);
      sealedLength += cipher.seal(nonce, plain[i], length, sealed[i]);
    }
    return this;
  }

  void writeTo(OutputStream sink) throws IOException {
    for (int at = 0, i = 0; at < sealedLength; i++) {
      int length = Math.min(Chunks.SEALED_SIZE, sealedLength - at);
      sink.write(sealed[i], 0, length);
      at += length;
    }
  }

  /** Takes in sealed chunks until the batch is full; returns whether {@code source} has ended. */
  boolean read(InputStream source) throws IOException {
    sealedLength = 0;
    for (byte[] chunk : sealed) {
      int length = source.readNBytes(chunk, 0, chunk.length);
      sealedLength += length;
      if (length < chunk.length) {
        return true;
      }
    }
    return false;
  }

  /** Opens the sealed chunks up to the first that is wrong. */
  ChunkBatch open(ChaChaPoly cipher, long index) {
    plainLength = 0;
    outcome = Outcome.MORE;
    int left = sealedLength;
    for (int i = 0; left > 0 && outcome == Outcome.MORE; i++) {
      int length = Math.min(Chunks.SEALED_SIZE, left);
      outcome = open(cipher, index + i, length, i);
      left -= length;
    }
    if (outcome == Outcome.LAST && left > 0) {
      outcome = Outcome.FOLLOWED;
    }
    return this;
  }

  /** Opens one chunk; a full one says by its nonce only whether another follows. */
  private Outcome open(ChaChaPoly cipher, long index, int length, int i) {
    if (length < ChaChaPoly.TAG_LENGTH) {
      return Outcome.CUT_SHORT;
    }
    boolean more =
        length == Chunks.SEALED_SIZE
            && cipher.open(Chunks.nonce(index, false), sealed[i], length, plain[i]);
    if (!more && !cipher.open(Chunks.nonce(index, true), sealed[i], length, plain[i])) {
      return Outcome.CHANGED;
    }
    if (length == ChaChaPoly.TAG_LENGTH && index > 0) {
      return Outcome.EMPTY_CHUNK;
    }
    plainLength += length - ChaChaPoly.TAG_LENGTH;
    return more ? Outcome.MORE : Outcome.LAST;
  }
}
