package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.exporter.media.Medium;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sticks that are pulled out, or that forget, between two volumes. */
class VanishingStickTest {
  private static final TestPair PAIR = TestPair.create(AgeSuite.X25519);
  private static final Trust TRUST = Trust.ofSite(Direction.LOW_TO_HIGH, List.of(PAIR.pairing()));

  @TempDir Path folder;
  private SignedBundle bundle;
  private Path stick;

  @BeforeEach
  void sealABundle() throws Exception {
    Path outbox = Files.createDirectory(folder.resolve("outbox"));
    stick = Files.createDirectory(folder.resolve("stick"));
    TestBundle.of(PAIR, Direction.LOW_TO_HIGH).blob(new byte[70_000]).writeTo(outbox);
    bundle = BundleVerifier.signed(UntrustedBundle.at(outbox, BundleLimits.STANDARD), TRUST);
  }

  @Test
  void stickPulledBetweenTwoVolumes_isGone_andNothingIsLeftOnIt() throws Exception {
    Medium medium = Medium.at(stick);
    var failure =
        catchThrowableOfType(
            MediaException.class,
            () -> medium.write(bundle, before(1, () -> PrivateFiles.clear(stick))));
    assertThat(failure.reason()).isEqualTo(MediaException.Reason.IO);
    assertThat(failure).hasMessage("the medium is gone");
    assertThat(stick).doesNotExist();
  }

  @Test
  void failureBetweenTwoVolumes_takesBackWhatWasWritten() throws Exception {
    Medium medium = Medium.at(stick);
    Path data = folder.resolve("outbox/data-0001.tar.zst.age");
    var failure =
        catchThrowableOfType(
            BundleRejectedException.class,
            () -> medium.write(bundle, before(1, () -> Files.delete(data))));
    assertThat(failure.reason()).isEqualTo(RejectionReason.NOT_A_FILE);
    assertThat(stick.resolve("SLUICE")).isEmptyDirectory();
  }

  @Test
  void stickThatForgets_isNoticedWhenItIsReadBack() throws Exception {
    Medium medium = Medium.at(stick);
    List<Volume> volumes = bundle.manifest().volumes();
    Path written = medium.write(bundle, volumes);
    Path data = written.resolve("data-0001.tar.zst.age");
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length - 1] ^= 1;
    Files.write(data, bytes);
    var failure =
        catchThrowableOfType(
            MediaException.class, () -> medium.readBack(written, bundle, volumes, TRUST));
    assertThat(failure.reason()).isEqualTo(MediaException.Reason.READ_BACK);
  }

  private interface Accident {
    void happen() throws IOException;
  }

  /** The volumes; the accident happens just before the one at {@code place} is written. */
  private List<Volume> before(int place, Accident accident) {
    List<Volume> volumes = bundle.manifest().volumes();
    return new AbstractList<>() {
      @Override
      public Volume get(int index) {
        if (index == place) {
          try {
            accident.happen();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        return volumes.get(index);
      }

      @Override
      public int size() {
        return volumes.size();
      }
    };
  }
}
