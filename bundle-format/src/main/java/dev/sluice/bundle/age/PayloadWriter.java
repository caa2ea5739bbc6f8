package dev.sluice.bundle.age;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Seals plaintext chunk by chunk; holds one chunk back, since only closing tells the last one. */
final class PayloadWriter extends OutputStream {
  private final OutputStream sink;
  private final ChaChaPoly cipher;
  private final byte[] plain = new byte[Chunks.SIZE];
  private final byte[] sealed = new byte[Chunks.SEALED_SIZE];
  private int filled;
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
      if (filled == Chunks.SIZE) {
        writeChunk(false);
      }
      int step = Math.min(length - done, Chunks.SIZE - filled);
      System.arraycopy(from, offset + done, plain, filled, step);
      filled += step;
      done += step;
    }
  }

  /** Flushes what has been sealed; a chunk that is not full stays here. */
  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      writeChunk(true);
      ended = true;
      sink.flush();
    }
  }

  private void writeChunk(boolean last) throws IOException {
    int length = cipher.seal(Chunks.nonce(index, last), plain, filled, sealed);
    ended = true;
    sink.write(sealed, 0, length);
    ended = last;
    index++;
    filled = 0;
  }
}
