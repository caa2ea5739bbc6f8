package dev.sluice.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.bundle.BundleTooLargeException.Reason;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.testing.MemoryTarget;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader would refuse for its size is never written. */
class SealLimitsTest {
  private static final TestPair PAIR = TestPair.create(AgeSuite.X25519);
  private static final Json.Obj PAYLOAD = Json.object().put("hello", "world").build();

  @Test
  void moreVolumesThanAReaderTakes_areRefusedBeforeTheFirst() {
    long blob = VolumeLayout.LEAST_BYTES * 5000;
    assertThat(refusal(PAYLOAD, List.of(item(blob)))).isEqualTo(Reason.VOLUMES);
  }

  @Test
  void moreVolumesThanParityCovers_areRefusedBeforeTheFirst() {
    var blobs = List.of(item(VolumeLayout.LEAST_BYTES * 250));
    assertThat(refusal(PAYLOAD, blobs, VolumeLayout.of(VolumeLayout.LEAST_BYTES).spare(10)))
        .isEqualTo(Reason.VOLUMES);
  }

  @Test
  void moreEntriesThanAReaderTakes_areRefusedBeforeTheFirst() {
    assertThat(refusal(PAYLOAD, Collections.nCopies(1_000_000, item(0)))).isEqualTo(Reason.ENTRIES);
  }

  @Test
  void contentsLongerThanAReaderTakes_areRefusedBeforeTheFirst() {
    Json text = Json.text("x".repeat(60_000));
    Json.Obj payload =
        Json.object().put("long", Json.array(Collections.nCopies(1200, text))).build();
    assertThat(refusal(payload, List.of())).isEqualTo(Reason.CONTENTS);
  }

  private static Reason refusal(Json.Obj payload, List<BundleDraft.Item> blobs) {
    return refusal(payload, blobs, VolumeLayout.of(VolumeLayout.LEAST_BYTES));
  }

  private static Reason refusal(
      Json.Obj payload, List<BundleDraft.Item> blobs, VolumeLayout layout) {
    var writer =
        new BundleWriter(PAIR.pairing(), PAIR.low().key(), new SecureRandom(), TestBundle.CLOCK);
    var draft =
        new BundleDraft(
            Direction.LOW_TO_HIGH, 1, Digest.ZERO, List.of(), payload, List.of(), blobs);
    var target = new MemoryTarget();
    Reason reason =
        catchThrowableOfType(
                BundleTooLargeException.class,
                () -> writer.seal(draft, writer.route(draft), target, layout))
            .reason();
    assertThat(target.files()).isEmpty();
    return reason;
  }

  private static BundleDraft.Item item(long bytes) {
    return new BundleDraft.Item(EntryName.blob(Digest.ZERO), bytes, InputStream::nullInputStream);
  }
}
