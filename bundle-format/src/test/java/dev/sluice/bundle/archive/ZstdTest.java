package dev.sluice.bundle.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdTest {
  private static final int FRAME = FrameBuffer.MOST;
  private static final byte[] MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300_000, FRAME - 1, FRAME, FRAME + 1, 5 * FRAME + 12_345})
  void everySize_roundTripsAndEndsOnAStep(int size) throws IOException {
    for (byte[] content : new byte[][] {text(size), noise(size)}) {
      byte[] packed = compress(content);
      assertThat(decompress(packed)).isEqualTo(content);
      assertThat((long) packed.length).isEqualTo(Padding.step(packed.length));
    }
  }

  @Test
  void eachFrame_statesItsLengthAndHasAChecksum() throws IOException {
    var in = new ByteArrayInputStream(compress(text(FRAME + 10)));
    for (long expected : new long[] {FRAME, 10}) {
      Frame frame = Frame.next(in).orElseThrow();
      assertThat(frame.contentLength()).hasValue(expected);
      assertThat(frame.readAllBytes()[4] & 0x04).isNotZero();
    }
    assertThat(Frame.next(in)).isEmpty();
  }

  @Test
  void noise_growsByLessThanAThousandthBeforePadding() throws IOException {
    var buffer = new FrameBuffer();
    buffer.fill(noise(FRAME), 0, FRAME);
    assertThat(buffer.compress().packedLength()).isLessThan(FRAME + FRAME / 1000);
  }

  @Test
  void padding_neverExceedsItsBound() throws IOException {
    byte[] content = noise(100_000);
    int bare = unpadded(content).length;
    for (int room : new int[] {0, 7, 8, 9, 50}) {
      byte[] packed = compress(content, bare + room);
      assertThat(packed).hasSize(room < 8 ? bare : bare + room);
      assertThat(decompress(packed)).isEqualTo(content);
    }
  }

  @Test
  void stepsOfPadding_areAtMostTwelvePercentApart() {
    assertThat(Padding.step(8)).isEqualTo(8);
    assertThat(Padding.step(9)).isEqualTo(10);
    assertThat(Padding.step(1_000_000)).isEqualTo(1_015_808);
    var random = new Random(11);
    for (int i = 0; i < 10_000; i++) {
      long length = 8 + (random.nextLong() >>> (8 + random.nextInt(50)));
      long step = Padding.step(length);
      assertThat(step).isBetween(length, length + length * 12 / 100);
      assertThat(Padding.step(step)).isEqualTo(step);
    }
  }

  @Test
  void oneLongFrameOfAnotherWriter_isReadAsItComes() throws IOException {
    byte[] content = text(3 * FRAME);
    var packed = new ByteArrayOutputStream();
    try (var out = new ZstdOutputStream(packed, 1)) {
      out.write(content);
    }
    byte[] between = join(unpadded(text(10)), packed.toByteArray(), unpadded(text(20)));
    assertThat(decompress(between)).isEqualTo(join(text(10), content, text(20)));
  }

  @Test
  void frameInManyTinyBlocks_isReadAsItComes() throws IOException {
    var packed = new ByteArrayOutputStream();
    packed.writeBytes(join(MAGIC, bytes(0xa0, 0x10, 0x27, 0, 0))); // single segment, 10,000 bytes
    for (int i = 1; i <= 10_000; i++) {
      packed.writeBytes(bytes(8 | (i == 10_000 ? 1 : 0), 0, 0, 'x'));
    }
    assertThat(decompress(packed.toByteArray())).hasSize(10_000).containsOnly('x');
  }

  @Test
  void nothing_isAnEmptyStream() throws IOException {
    assertThat(decompress(new byte[0])).isEmpty();
  }

  @Test
  void skippableFrame_isRefusedUnlessItIsZerosAtTheEnd() throws IOException {
    byte[] frame = unpadded(text(10));
    assertThat(decompress(join(frame, skippable(0x50, new byte[3])))).isEqualTo(text(10));

    assertRefused(join(skippable(0x50, new byte[3]), frame));
    assertRefused(join(frame, skippable(0x51, new byte[3])));
    assertRefused(join(frame, skippable(0x50, "spy".getBytes(US_ASCII))));
    assertRefused(join(frame, skippable(0x50, new byte[3]), new byte[1]));
    assertRefused(join(frame, skippable(0x50, new byte[3]), skippable(0x50, new byte[3])));
    byte[] cut = join(frame, skippable(0x50, new byte[300]));
    for (int length = frame.length + 1; length < cut.length; length++) {
      assertRefused(Arrays.copyOf(cut, length));
    }
  }

  @Test
  void forbiddenHeader_isRefused() {
    assertRefused(join(MAGIC, bytes(0x00, 14 << 3, 1, 0, 0))); // window of 16 MiB
    assertRefused(join(MAGIC, bytes(0x00, 13 << 3 | 1, 1, 0, 0))); // just above 8 MiB
    assertRefused(join(MAGIC, bytes(0x08, 0, 1, 0, 0))); // reserved bit
    assertRefused(join(MAGIC, bytes(0x10, 0, 1, 0, 0))); // unused bit
    assertRefused(join(MAGIC, bytes(0x01, 0, 7, 1, 0, 0))); // dictionary
    assertRefused(join(MAGIC, bytes(0x00, 0, 7, 0, 0))); // reserved block type
    assertRefused(join(MAGIC, bytes(0xc0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 1, 0, 0))); // 2^63 bytes
    assertRefused("not zstd at all".getBytes(US_ASCII));
  }

  @Test
  void lengthThatIsNotTrue_isRefused() throws IOException {
    byte[] frame = unpadded(text(1000));
    frame[6] ^= 1; // the length's upper byte
    assertRefused(frame);
  }

  @Test
  void everyFlippedOrMissingByte_isNoticed() throws IOException {
    byte[] content = text(500);
    byte[] packed = compress(content);
    for (int at = 0; at < packed.length; at++) {
      byte[] changed = packed.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      assertThatThrownBy(() -> decompress(changed)).isInstanceOf(ArchiveException.class);
    }
    int bare = unpadded(content).length;
    for (int length = 1; length < bare; length++) {
      assertRefused(Arrays.copyOf(packed, length));
    }
  }

  @Test
  void brokenFrame_isRefusedAfterTheFramesBeforeIt() throws IOException {
    byte[] content = text(2 * FRAME);
    InputStream in =
        Zstd.decompress(new ByteArrayInputStream(join(unpadded(content), bytes(1, 2, 3))));
    assertThat(in.readNBytes(content.length)).isEqualTo(content);
    assertThatThrownBy(in::read).isInstanceOf(ArchiveException.class);
  }

  @Test
  void sinkThatFailed_isNeitherWrittenNorClosedAgain() {
    var calls = new int[2];
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            calls[0]++;
            throw new IOException("the medium is full");
          }

          @Override
          public void close() {
            calls[1]++;
          }
        };
    OutputStream out = Zstd.compress(sink);
    assertThatThrownBy(() -> out.write(noise(20 * FRAME))).hasMessage("the medium is full");
    assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
    assertThat(calls).containsExactly(1, 0);
  }

  private static void assertRefused(byte[] packed) {
    var refusal = catchThrowableOfType(ArchiveException.class, () -> decompress(packed));
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(ArchiveException.Reason.FORM);
  }

  private static byte[] compress(byte[] content) throws IOException {
    return compress(content, Long.MAX_VALUE);
  }

  private static byte[] unpadded(byte[] content) throws IOException {
    return compress(content, 0);
  }

  private static byte[] compress(byte[] content, long most) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = Zstd.compress(packed, most)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] decompress(byte[] packed) throws IOException {
    return Zstd.decompress(new ByteArrayInputStream(packed)).readAllBytes();
  }

  private static byte[] skippable(int magic, byte[] content) {
    return join(bytes(magic, 0x2a, 0x4d, 0x18, content.length, content.length >> 8, 0, 0), content);
  }

  private static byte[] text(int length) {
    byte[] line = "2026-03-01,oslo,%d,17.25\n".getBytes(US_ASCII);
    var content = new byte[length];
    var random = new Random(length);
    for (int at = 0; at < length; at++) {
      byte next = line[at % line.length];
      content[at] = next == '%' ? (byte) ('0' + random.nextInt(10)) : next;
    }
    return content;
  }

  private static byte[] noise(int length) {
    var content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
