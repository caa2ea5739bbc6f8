package dev.sluice.exporter.delta;

import dev.sluice.bundle.work.HashBeside;
import dev.sluice.bundle.work.InOrder;
import dev.sluice.canonical.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.LongStream;

/**
 * Cuts one stream of bytes, on all cores: this thread reads and finds the cuts, others hash the
 * chunks and the whole.
 */
final class Cutting {
  private static final int SEGMENT = 2 << 20;

  private final Gear gear;
  private final HashBeside whole = new HashBeside();
  private final InOrder<byte[]> line = new InOrder<>();
  private final Deque<byte[]> busy = new ArrayDeque<>();
  private final Deque<byte[]> free = new ArrayDeque<>();
  private final LongStream.Builder ends = LongStream.builder();
  private final ByteArrayOutputStream digests = new ByteArrayOutputStream();

  private Cutting(Gear gear) {
    this.gear = gear;
  }

  /**
   * What came out.
   *
   * @param whole digest of all bytes
   */
  record Result(Digest whole, Cuts cuts) {}

  static Result of(InputStream in, Gear gear) throws IOException {
    return new Cutting(gear).run(in);
  }

  private Result run(InputStream in) throws IOException {
    byte[] buffer = new byte[SEGMENT];
    int kept = 0;
    long end = 0;
    boolean more = true;
    while (more) {
      int filled = kept + in.readNBytes(buffer, kept, SEGMENT - kept);
      more = filled == SEGMENT;
      whole.update(buffer, kept, filled - kept);
      var lengths = new int[SEGMENT / Gear.LEAST + 1];
      int count = 0;
      int at = 0;
      while (more ? filled - at >= Gear.MOST : at < filled) {
        lengths[count] = gear.cut(buffer, at, filled);
        at += lengths[count];
        end += lengths[count++];
        ends.add(end);
      }
      byte[] next = next();
      kept = filled - at;
      System.arraycopy(buffer, at, next, 0, kept);
      hash(buffer, Arrays.copyOf(lengths, count));
      buffer = next;
    }
    while (!line.isEmpty()) {
      take();
    }
    return new Result(whole.digest(), new Cuts(ends.build().toArray(), digests.toByteArray()));
  }

  /** A buffer that no job reads any more. */
  private byte[] next() throws IOException {
    if (line.isFull()) {
      take();
    }
    return free.isEmpty() ? new byte[SEGMENT] : free.remove();
  }

  private void take() throws IOException {
    digests.writeBytes(line.take());
    free.add(busy.remove());
  }

  private void hash(byte[] segment, int[] lengths) {
    busy.add(segment);
    line.submit(() -> digests(segment, lengths));
  }

  private static byte[] digests(byte[] segment, int[] lengths) {
    MessageDigest hasher = Digest.hasher();
    var digests = new ByteArrayOutputStream(lengths.length * Digest.LENGTH);
    int at = 0;
    for (int length : lengths) {
      hasher.update(segment, at, length);
      digests.writeBytes(hasher.digest());
      at += length;
    }
    return digests.toByteArray();
  }
}
