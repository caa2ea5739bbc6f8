package dev.sluice.bundle.age;

import dev.sluice.bundle.work.InOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Seals plaintext in batches of chunks, on all cores once there is much of it. Holds one batch
 * back, since only closing tells the last chunk.
 */
final class PayloadWriter extends OutputStream {
  private final OutputStream sink;
  private final ChaChaPoly cipher;
  private final InOrder<ChunkBatch> line = new InOrder<>();
  private final Deque<ChunkBatch> spare = new ArrayDeque<>();
  private ChunkBatch batch = ChunkBatch.first();
  private long index;
  private boolean ended;

  PayloadWriter(OutputStream sink, ChaChaPoly cipher) {
    this.sink = sink;
    this.cipher = cipher;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, from.length);
    if (ended) {
      throw new IOException("the age stream has ended");
    }
    int done = 0;
    while (done < length) {
      if (batch.isFull()) {
        sealMore();
      }
      done += batch.fill(from, offset + done, length - done);
    }
  }

  /** Flushes what has been written to the sink; batches under way are not waited for. */
  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      while (!line.isEmpty()) {
        emitOldest();
      }
      emit(batch.seal(cipher, index, true));
      ended = true;
      sink.flush();
    }
  }

  private void sealMore() throws IOException {
    if (index < ChunkBatch.ALONE) {
      emit(batch.seal(cipher, index++, false));
      batch = index < ChunkBatch.ALONE ? batch : new ChunkBatch(ChunkBatch.MANY);
    } else {
      sealBeside(batch, index);
      index += ChunkBatch.MANY;
      batch = spare.isEmpty() ? new ChunkBatch(ChunkBatch.MANY) : spare.remove();
    }
    batch.clear();
  }

  private void sealBeside(ChunkBatch full, long first) throws IOException {
    if (line.isFull()) {
      emitOldest();
    }
    line.submit(() -> full.seal(cipher.twin(), first, false));
  }

  private void emitOldest() throws IOException {
    ended = true;
    ChunkBatch oldest = line.take();
    emit(oldest);
    spare.add(oldest);
  }

  /** A sink that fails gets nothing more, so it never holds a file that looks whole. */
  private void emit(ChunkBatch done) throws IOException {
    ended = true;
    done.writeTo(sink);
    ended = false;
  }
}
