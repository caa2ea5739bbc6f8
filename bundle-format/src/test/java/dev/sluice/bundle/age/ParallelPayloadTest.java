package dev.sluice.bundle.age;

import static dev.sluice.bundle.age.AgeFiles.assertRefused;
import static dev.sluice.bundle.age.AgeFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads long enough for several workers, against sealing and opening chunk by chunk. */
class ParallelPayloadTest {
  private static final int CHUNK = Chunks.SIZE;
  private static final int SEALED = Chunks.SEALED_SIZE;
  private static final int ALONE = ChunkBatch.ALONE * CHUNK;
  private static final int BATCH = ChunkBatch.MANY * CHUNK;
  private static final int LONG = ALONE + 5 * BATCH + 3 * CHUNK + 7;

  private final byte[] key = bytes(32);

  static IntStream sizes() {
    IntStream edges =
        IntStream.of(ALONE, ALONE + BATCH, ALONE + 4 * BATCH, LONG)
            .flatMap(edge -> IntStream.of(edge - 1, edge, edge + 1, edge + CHUNK));
    return IntStream.concat(edges, new Random(5).ints(6, 0, LONG));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everySize_isSealedAndOpenedAsChunkByChunk(int size) throws IOException {
    byte[] sealed = seal(size);
    assertThat(sealed).isEqualTo(chunkByChunk(bytes(size)));
    assertThat(open(sealed).readAllBytes()).isEqualTo(bytes(size));
  }

  @Test
  void changedChunk_isRefusedAfterAllThatIsBeforeIt() throws IOException {
    byte[] sealed = seal(LONG);
    int chunks = (sealed.length + SEALED - 1) / SEALED;
    for (int chunk : new int[] {0, 15, 16, 79, 80, 200, chunks - 1}) {
      byte[] changed = sealed.clone();
      changed[chunk * SEALED + 20] ^= 1;
      assertThat(releasedBeforeRefusal(changed)).isEqualTo(chunk * CHUNK);
    }
  }

  @Test
  void cutPayload_isRefusedAfterItsWholeChunks() throws IOException {
    byte[] sealed = seal(LONG);
    for (int chunk : new int[] {1, 16, 17, 80, 144, 300}) {
      byte[] cut = Arrays.copyOf(sealed, chunk * SEALED);
      assertThat(releasedBeforeRefusal(cut)).isEqualTo(chunk * CHUNK);
      assertThat(releasedBeforeRefusal(Arrays.copyOf(cut, cut.length + 5)))
          .isEqualTo(chunk * CHUNK);
    }
  }

  @Test
  void bytesAfterTheLastChunk_areRefusedAfterTheWholeChunks() throws IOException {
    for (int size : new int[] {ALONE, ALONE + BATCH, ALONE + 2 * BATCH + CHUNK, LONG}) {
      byte[] sealed = chunkByChunk(Arrays.copyOf(bytes(LONG), size));
      for (int more : new int[] {1, SEALED, BATCH, 3 * BATCH}) {
        byte[] followed = Arrays.copyOf(sealed, sealed.length + more);
        assertThat(releasedBeforeRefusal(followed)).isEqualTo(size - size % CHUNK);
      }
    }
  }

  @Test
  void swappedBatches_areRefused() throws IOException {
    byte[] sealed = seal(LONG);
    int first = ChunkBatch.ALONE * SEALED;
    int length = ChunkBatch.MANY * SEALED;
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, first, swapped, first + length, length);
    System.arraycopy(sealed, first + length, swapped, first, length);
    assertThat(releasedBeforeRefusal(swapped)).isEqualTo(ALONE);
  }

  @Test
  void sourceThatFails_isReportedAfterWhatWasReadBefore() {
    int before = ALONE + 2 * BATCH;
    byte[] start = Arrays.copyOf(chunkByChunk(bytes(LONG)), before / CHUNK * SEALED);
    InputStream in = new PayloadReader(failingAfter(start), new ChaChaPoly(key));
    var released = new ByteArrayOutputStream();
    assertThatThrownBy(() -> in.transferTo(released)).hasMessage("the medium is gone");
    assertThat(released.size()).isEqualTo(before);
    assertRefused(AgeException.Reason.PAYLOAD, in::read);
  }

  @Test
  void sinkThatFails_isReportedAndGetsNothingMore() throws IOException {
    int most = ALONE + BATCH;
    var taken = new ByteArrayOutputStream();
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError("bytes come in batches");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (taken.size() > most) {
              throw new IOException("the medium is full");
            }
            taken.write(bytes, offset, length);
          }
        };
    OutputStream out = new PayloadWriter(sink, new ChaChaPoly(key));
    assertThatThrownBy(() -> out.write(bytes(10 * BATCH))).hasMessage("the medium is full");
    int before = taken.size();
    assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
    out.close();
    assertThat(taken.size()).isEqualTo(before);
  }

  @Test
  void streamsThatNobodyCloses_leaveNoThreads() throws Exception {
    var out = new PayloadWriter(OutputStream.nullOutputStream(), new ChaChaPoly(key));
    out.write(bytes(LONG));
    InputStream in = open(chunkByChunk(bytes(LONG)));
    in.skipNBytes(ALONE + 1);
    assertThat(workers()).isPositive();
    for (int waited = 0; waited < 100 && workers() > 0; waited++) {
      Thread.sleep(100);
    }
    assertThat(workers()).isZero();
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("bundle-worker"))
        .count();
  }

  private byte[] seal(int size) throws IOException {
    var sealed = new ByteArrayOutputStream();
    try (OutputStream out = new PayloadWriter(sealed, new ChaChaPoly(key))) {
      out.write(bytes(size));
    }
    return sealed.toByteArray();
  }

  private byte[] chunkByChunk(byte[] plain) {
    var cipher = new ChaChaPoly(key);
    var all = new ByteArrayOutputStream();
    long index = 0;
    for (int at = 0; at < plain.length; at += CHUNK) {
      int length = Math.min(CHUNK, plain.length - at);
      var one = new byte[length + ChaChaPoly.TAG_LENGTH];
      byte[] nonce = Chunks.nonce(index++, at + length == plain.length);
      cipher.seal(nonce, Arrays.copyOfRange(plain, at, at + length), length, one);
      all.writeBytes(one);
    }
    return all.toByteArray();
  }

  private InputStream open(byte[] sealed) {
    return new PayloadReader(new ByteArrayInputStream(sealed), new ChaChaPoly(key));
  }

  private int releasedBeforeRefusal(byte[] sealed) {
    InputStream in = open(sealed);
    var released = new ByteArrayOutputStream();
    assertRefused(AgeException.Reason.PAYLOAD, () -> in.transferTo(released));
    assertThat(released.toByteArray()).isEqualTo(Arrays.copyOf(bytes(LONG), released.size()));
    return released.size();
  }

  private static InputStream failingAfter(byte[] start) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the medium is gone");
          }

          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(start), failing);
  }
}
