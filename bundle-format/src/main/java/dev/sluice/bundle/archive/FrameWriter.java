package dev.sluice.bundle.archive;

import dev.sluice.bundle.work.InOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** Compresses in frames of 8 MiB, on all cores once there is more than one. */
final class FrameWriter extends OutputStream {
  private final OutputStream out;
  private final long most;
  private final InOrder<FrameBuffer> line = new InOrder<>();
  private final Deque<FrameBuffer> spare = new ArrayDeque<>();
  private FrameBuffer buffer = new FrameBuffer();
  private long written;
  private boolean ended;

  /**
   * @param most length that padding may bring the stream to
   */
  FrameWriter(OutputStream out, long most) {
    this.out = out;
    this.most = most;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, from.length);
    if (ended) {
      throw new IOException("the zstd stream has ended");
    }
    int done = 0;
    while (done < length) {
      if (buffer.isFull()) {
        compressBeside();
      }
      done += buffer.fill(from, offset + done, length - done);
    }
  }

  /** Writes what is left and closes the stream below; does neither after a failure. */
  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      finish();
      out.close();
    }
  }

  private void finish() throws IOException {
    while (!line.isEmpty()) {
      emitOldest();
    }
    emit(buffer.compress());
    Padding.write(out, written, most);
  }

  private void compressBeside() throws IOException {
    ended = true;
    if (line.isFull()) {
      emitOldest();
    }
    FrameBuffer full = buffer;
    line.submit(full::compress);
    buffer = spare.isEmpty() ? new FrameBuffer() : spare.remove();
    ended = false;
  }

  private void emitOldest() throws IOException {
    FrameBuffer oldest = line.take();
    emit(oldest);
    oldest.clear();
    spare.add(oldest);
  }

  private void emit(FrameBuffer frame) throws IOException {
    out.write(frame.packed(), 0, frame.packedLength());
    written += frame.packedLength();
  }
}
