package dev.sluice.bundle.age;

import dev.sluice.bundle.age.ChunkBatch.Outcome;
import dev.sluice.bundle.work.InOrder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens a payload in batches of chunks, reading ahead and on all cores once there is much of it.
 * What a chunk-by-chunk reader would hand out before a refusal, this one does too. After a refusal
 * it stays refused.
 */
final class PayloadReader extends InputStream {
  private final InputStream source;
  private final ChaChaPoly cipher;
  private final InOrder<ChunkBatch> line = new InOrder<>();
  private final Deque<ChunkBatch> spare = new ArrayDeque<>();
  private ChunkBatch batch = ChunkBatch.first();
  private Outcome outcome = Outcome.MORE;
  private int position;
  private int limit;
  private long index;
  private boolean exhausted;

  PayloadReader(InputStream source, ChaChaPoly cipher) {
    this.source = source;
    this.cipher = cipher;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    while (position == limit) {
      if (outcome == Outcome.ENDED) {
        return -1;
      }
      if (outcome != Outcome.MORE && outcome != Outcome.LAST) {
        throw new AgeException(
            AgeException.Reason.PAYLOAD, "the encrypted payload " + outcome.predicate());
      }
      advance();
    }
    int step = batch.copy(position, to, offset, length);
    position += step;
    return step;
  }

  @Override
  public int available() {
    return limit - position;
  }

  @Override
  public void close() {
    line.abandon();
    exhausted = true;
  }

  private void advance() throws IOException {
    Outcome before = outcome;
    outcome = Outcome.UNREADABLE;
    Optional<ChunkBatch> next = index < ChunkBatch.ALONE ? nextAlone() : nextAhead();
    if (before == Outcome.LAST) {
      outcome = next.isEmpty() ? Outcome.ENDED : Outcome.FOLLOWED;
    } else if (next.isEmpty()) {
      outcome = Outcome.CUT_SHORT;
    } else {
      batch = next.get();
      position = 0;
      limit = batch.plainLength();
      outcome = batch.outcome();
    }
  }

  private Optional<ChunkBatch> nextAlone() throws IOException {
    batch.read(source);
    return some(batch.open(cipher, index++));
  }

  private Optional<ChunkBatch> nextAhead() throws IOException {
    if (index > ChunkBatch.ALONE) {
      spare.add(batch);
    }
    while (!exhausted && !line.isFull()) {
      readAhead();
    }
    return line.isEmpty() ? Optional.empty() : some(line.take());
  }

  private void readAhead() {
    ChunkBatch next = spare.isEmpty() ? new ChunkBatch(ChunkBatch.MANY) : spare.remove();
    long first = index;
    try {
      exhausted = next.read(source);
      line.submit(() -> next.open(cipher.twin(), first));
    } catch (IOException e) {
      exhausted = true;
      line.fail(e);
    }
    index += ChunkBatch.MANY;
  }

  private static Optional<ChunkBatch> some(ChunkBatch batch) {
    return batch.sealedLength() == 0 ? Optional.empty() : Optional.of(batch);
  }
}
