package dev.sluice.bundle.age;

import static dev.sluice.bundle.age.AgeFiles.RANDOM;
import static dev.sluice.bundle.age.AgeFiles.assertRefused;
import static dev.sluice.bundle.age.AgeFiles.bytes;
import static dev.sluice.bundle.age.AgeFiles.decrypt;
import static dev.sluice.bundle.age.AgeFiles.encrypt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgeStreamTest {
  private static final int CHUNK = 64 * 1024;

  private final AgeIdentity identity = AgeIdentity.generate(AgeSuite.X25519, RANDOM);

  static IntStream sizes() {
    IntStream edges = IntStream.of(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK);
    return IntStream.concat(edges, new Random(3).ints(30, 0, 5 * CHUNK));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everySize_roundTripsAndHasTheForetoldLength(int size) throws Exception {
    byte[] file = encrypt(bytes(size), identity.recipient());
    assertThat(decrypt(file, identity)).isEqualTo(bytes(size));

    AgeHeader header = AgeHeader.read(new ByteArrayInputStream(file));
    assertThat(AgeWriter.ciphertextLength(header.length(), size)).isEqualTo(file.length);
    assertThat(header.plainLength(file.length)).hasValue(size);
  }

  @ParameterizedTest
  @EnumSource(AgeSuite.class)
  void eachRecipient_opensTheFileOfAll(AgeSuite suite) throws Exception {
    AgeIdentity first = AgeIdentity.generate(suite, RANDOM);
    AgeIdentity second = AgeIdentity.generate(suite, RANDOM);
    byte[] file = encrypt(bytes(100), first.recipient(), second.recipient());
    for (AgeIdentity each : List.of(first, second)) {
      assertThat(decrypt(file, each, StanzaPolicy.exactly(suite, 2))).isEqualTo(bytes(100));
    }
    AgeIdentity stranger = AgeIdentity.generate(suite, RANDOM);
    assertRefused(Reason.NO_MATCH, () -> decrypt(file, stranger, StanzaPolicy.exactly(suite, 2)));
  }

  @ParameterizedTest
  @EnumSource(AgeSuite.class)
  void flippedByteAnywhere_isRefused(AgeSuite suite) throws Exception {
    AgeIdentity owner = AgeIdentity.generate(suite, RANDOM);
    byte[] file = encrypt(bytes(20), owner.recipient());
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      assertThatThrownBy(() -> decrypt(changed, owner)).isInstanceOf(AgeException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(AgeSuite.class)
  void everyTruncation_isRefused(AgeSuite suite) throws Exception {
    AgeIdentity owner = AgeIdentity.generate(suite, RANDOM);
    byte[] file = encrypt(bytes(20), owner.recipient());
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> decrypt(cut, owner)).isInstanceOf(AgeException.class);
    }
  }

  @Test
  void cutAtAChunkOrTrailedByAByte_isRefusedAfterTheAuthenticPart() throws Exception {
    byte[] plain = bytes(2 * CHUNK);
    byte[] file = encrypt(plain, identity.recipient());
    byte[] cut = Arrays.copyOf(file, file.length - CHUNK - 16);
    byte[] trailed = Arrays.copyOf(file, file.length + 1);

    assertThat(releasedBeforeRefusal(cut)).isEqualTo(bytesOf(plain, CHUNK));
    assertThat(releasedBeforeRefusal(trailed)).isEqualTo(plain);
  }

  @Test
  void refusedStream_staysRefused() throws Exception {
    byte[] file = encrypt(bytes(10), identity.recipient());
    file[file.length - 1] ^= 1;
    InputStream in = open(file);
    assertRefused(Reason.PAYLOAD, in::read);
    assertRefused(Reason.PAYLOAD, in::read);
  }

  @Test
  void chunkIsReleased_beforeTheNextIsRead() throws Exception {
    byte[] file = encrypt(bytes(2 * CHUNK), identity.recipient());
    var source = new ByteArrayInputStream(file);
    InputStream in = AgeReader.decrypt(source, List.of(identity), production());
    assertThat(in.readNBytes(CHUNK)).isEqualTo(bytesOf(bytes(2 * CHUNK), CHUNK));
    assertThat(source.available()).isGreaterThan(CHUNK - 2 * 8192);
  }

  @Test
  void writingByteByByte_givesTheSamePlaintext() throws Exception {
    byte[] plain = bytes(CHUNK + 10);
    var file = new ByteArrayOutputStream();
    try (OutputStream out = AgeWriter.encrypt(file, identity.recipient(), RANDOM)) {
      for (byte b : plain) {
        out.write(b);
      }
    }
    assertThat(decrypt(file.toByteArray(), identity)).isEqualTo(plain);
  }

  @Test
  void fileThatWasNotClosed_doesNotOpen() throws Exception {
    var file = new ByteArrayOutputStream();
    OutputStream out = AgeWriter.encrypt(file, identity.recipient(), RANDOM);
    out.write(bytes(2 * CHUNK));
    out.flush();
    assertRefused(Reason.PAYLOAD, () -> decrypt(file.toByteArray(), identity));
  }

  @Test
  void closing_leavesTheSinkOpenAndTakesNoMore() throws Exception {
    var sink = new FragileSink(Integer.MAX_VALUE);
    OutputStream out = AgeWriter.encrypt(sink, identity.recipient(), RANDOM);
    out.close();
    out.close();
    assertThat(sink.closed).isFalse();
    assertThat(decrypt(sink.taken.toByteArray(), identity)).isEmpty();
    assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
  }

  @Test
  void sinkThatFailed_isNotGivenALastChunk() throws Exception {
    var sink = new FragileSink(CHUNK);
    OutputStream out = AgeWriter.encrypt(sink, identity.recipient(), RANDOM);
    assertThatThrownBy(() -> out.write(bytes(2 * CHUNK))).hasMessage("the medium is full");
    sink.most = Integer.MAX_VALUE;
    int before = sink.taken.size();
    out.close();
    assertThat(sink.taken.size()).isEqualTo(before);
  }

  @Test
  void mixedOrMissingRecipients_areABug() {
    AgeRecipient hybrid = AgeIdentity.generate(AgeSuite.MLKEM768X25519, RANDOM).recipient();
    assertThatThrownBy(() -> encrypt(bytes(1), hybrid, identity.recipient()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> encrypt(bytes(1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lengthArithmetic_hasNoGapsAndNoOverlaps() {
    long previous = -1;
    for (long plain = 0; plain < 3L * CHUNK; plain++) {
      long sealed = Chunks.sealedLength(plain);
      assertThat(Chunks.plainLength(sealed)).hasValue(plain);
      for (long between = previous + 1; between < sealed; between++) {
        assertThat(Chunks.plainLength(between)).isEmpty();
      }
      previous = sealed;
    }
    assertThat(Chunks.plainLength(Chunks.sealedLength(1L << 50))).hasValue(1L << 50);
    assertThat(Chunks.plainLength(-1)).isEmpty();
  }

  private InputStream open(byte[] file) throws IOException {
    return AgeReader.decrypt(new ByteArrayInputStream(file), List.of(identity), production());
  }

  private byte[] releasedBeforeRefusal(byte[] file) throws IOException {
    InputStream in = open(file);
    var released = new ByteArrayOutputStream();
    assertRefused(Reason.PAYLOAD, () -> in.transferTo(released));
    return released.toByteArray();
  }

  private static StanzaPolicy production() {
    return StanzaPolicy.exactly(AgeSuite.X25519, 1);
  }

  private static byte[] bytesOf(byte[] whole, int length) {
    return Arrays.copyOf(whole, length);
  }

  /** Takes so many bytes and then fails, as a full stick does. */
  private static final class FragileSink extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private int most;
    private boolean closed;

    private FragileSink(int most) {
      this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (taken.size() + length > most) {
        throw new IOException("the medium is full");
      }
      taken.write(bytes, offset, length);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
