package dev.sluice.exporter.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StateStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsTest {
  private static final int LENGTH = (2 << 20) + 12_345;

  @TempDir Path folder;

  private final byte[] base = GearTest.noise(1, LENGTH);
  private final byte[] more = GearTest.noise(2, 100_000);
  private StateStore store;

  @BeforeEach
  void site() throws Exception {
    store =
        StateStore.create(
            folder.resolve("store"),
            new SiteIdentity("low-lab", Side.LOW, "", "0".repeat(32), List.of()),
            AuditEvent.of("init", "test"),
            Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  void changeAtOnePlace_isFoundToTheByte() throws Exception {
    for (int at : new int[] {0, 1 << 20, LENGTH - 1, LENGTH}) {
      assertThat(between(joined(head(at), more, tail(at)))).isEqualTo(more.length);
      assertThat(between(joined(head(at), tail(Math.min(LENGTH, at + 70_000))))).isZero();
    }
  }

  @Test
  void replacedBytes_areAllThatIsBetween() throws Exception {
    byte[] changed = base.clone();
    changed[LENGTH / 3]++;
    changed[LENGTH / 3 + 5000]++;
    assertThat(between(changed)).isEqualTo(5001);
  }

  @Test
  void repetitions_areCountedOnceOnly() throws Exception {
    PartRef zeros = put(new byte[LENGTH]);
    Optional<Ends.Common> common = Ends.of(blobs(), put(new byte[LENGTH + 1000]), zeros);
    assertThat(common).contains(new Ends.Common(LENGTH, LENGTH + 1000));
    assertThat(Ends.of(blobs(), put(new byte[LENGTH - 1000]), zeros))
        .contains(new Ends.Common(LENGTH - 1000, LENGTH - 1000));
  }

  @Test
  void changesFarApart_areLeftToTheChunks() throws Exception {
    byte[] changed = base.clone();
    changed[1000]++;
    changed[LENGTH - 1000]++;
    assertThat(Ends.of(blobs(), put(changed), put(base))).isEmpty();
  }

  @Test
  void damagedBlob_isNoticed() throws Exception {
    var wrong = new PartRef(put(more).digest(), LENGTH);
    PartRef known = put(base);
    Files.write(
        folder
            .resolve("store/blobs")
            .resolve(wrong.digest().hex().substring(0, 2))
            .resolve(wrong.digest().hex()),
        base);
    assertThatThrownBy(() -> Ends.of(blobs(), wrong, known))
        .isInstanceOf(BlobDamagedException.class);
  }

  private long between(byte[] changed) throws Exception {
    return Ends.of(blobs(), put(changed), put(base)).orElseThrow().between();
  }

  private BlobStore blobs() {
    return store.blobs();
  }

  private PartRef put(byte[] content) throws Exception {
    PartRef blob = blobs().put(new ByteArrayInputStream(content), content.length);
    blobs().settle();
    return blob;
  }

  private byte[] head(int end) {
    return Arrays.copyOf(base, end);
  }

  private byte[] tail(int begin) {
    return Arrays.copyOfRange(base, begin, LENGTH);
  }

  private static byte[] joined(byte[]... pieces) {
    var joined = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      joined.writeBytes(piece);
    }
    return joined.toByteArray();
  }
}
