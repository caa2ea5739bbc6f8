package dev.sluice.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bundle of an index and four data volumes, spread over media. */
class GatheredBundleTest {
  private static final TestPair PAIR = TestPair.create(AgeSuite.X25519);
  private static final Trust TRUST = Trust.ofSite(Direction.LOW_TO_HIGH, List.of(PAIR.pairing()));

  @TempDir Path folder;
  private Path stick;
  private Path inbox;

  @BeforeEach
  void writeBundle() throws IOException {
    stick = Files.createDirectory(folder.resolve("stick"));
    inbox = Files.createDirectory(folder.resolve("inbox"));
    bundle().writeTo(stick);
  }

  private static TestBundle bundle() {
    var bundle = TestBundle.of(PAIR, Direction.LOW_TO_HIGH).volumesOf(300_000);
    for (int i = 0; i < 4; i++) {
      byte[] blob = new byte[200_000];
      new Random(i).nextBytes(blob);
      bundle.blob(blob);
    }
    return bundle;
  }

  @Test
  void volumesOfSeveralMedia_areGatheredInAnyOrder_overSeveralRuns() throws Exception {
    Path first = stickWith("data-0003", "data-0001");
    Path second = stickWith("data-0002");
    Path third = stickWith("index-0001", "data-0004");
    assertThat(take(third)).isEmpty();
    assertThat(missing()).containsExactly("data-0001", "data-0002", "data-0003");
    assertThat(take(first)).isEmpty();
    assertThat(missing()).containsExactly("data-0002");
    GatheredBundle gathered = gathered(second);
    gathered.take(medium(second));
    assertThat(gathered.missing()).isEmpty();
    open(gathered.complete());
  }

  @Test
  void damagedVolume_doesNotStopTheOthers() throws Exception {
    flip(stick.resolve("data-0002.tar.zst.age"));
    List<BundleRejectedException> faults = take(stick);
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).reason()).isEqualTo(RejectionReason.FILE_DAMAGED);
    assertThat(faults.get(0).subject()).isEqualTo("data-0002.tar.zst.age");
    assertThat(missing()).containsExactly("data-0002");
    assertThat(inbox.resolve("data-0002.tar.zst.age.part")).doesNotExist();
  }

  @Test
  void volumeThatWasDamagedHereBetweenRuns_isNoticedAndMissing() throws Exception {
    take(stickWith("index-0001", "data-0001", "data-0002", "data-0003"));
    flip(inbox.resolve("data-0001.tar.zst.age"));
    GatheredBundle gathered = gathered(stick);
    gathered.take(medium(stickWith("data-0004")));
    var refusal = catchThrowableOfType(BundleRejectedException.class, gathered::complete);
    assertThat(refusal.reason()).isEqualTo(RejectionReason.FILE_DAMAGED);
    assertThat(missing()).containsExactly("data-0001");
  }

  @Test
  void incompleteBundle_givesNoCopy() throws Exception {
    take(stickWith("index-0001"));
    var refusal =
        catchThrowableOfType(BundleRejectedException.class, () -> gathered(stick).complete());
    assertThat(refusal.reason()).isEqualTo(RejectionReason.FILE_MISSING);
  }

  @Test
  void volumeOfAnotherBundle_isDamagedInThisOne() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    TestBundle.of(PAIR, Direction.LOW_TO_HIGH).blob(new byte[100]).writeTo(other);
    Path mixed = stickWith("index-0001");
    Files.copy(other.resolve("data-0001.tar.zst.age"), mixed.resolve("data-0001.tar.zst.age"));
    assertThat(take(mixed)).hasSize(1);
    assertThat(missing()).contains("data-0001");
  }

  @Test
  void anyVolumesDo_asLongAsTheyAreAsManyAsThePackedOnes() throws Exception {
    writeWithParity(2);
    take(stickWith("data-0004", "parity-0002.rs", "data-0002"));
    assertThat(gathered(stick).wanting()).isEqualTo(2);
    GatheredBundle gathered = gathered(stick);
    gathered.take(medium(stickWith("parity-0001.rs", "data-0003")));
    assertThat(gathered.missing()).isEmpty();
    VerifiedCopy copy = gathered.complete();
    open(copy);
    assertThat(copy.bundle().rebuilt())
        .extracting(volume -> volume.name().text())
        .containsExactly("index-0001.tar.zst.age", "data-0001.tar.zst.age");
    assertThat(inbox.resolve("index-0001.tar.zst.age"))
        .hasSameBinaryContentAs(stick.resolve("index-0001.tar.zst.age"));
  }

  @Test
  void parity_makesUpForAVolumeThatIsDamagedOnTheSameMedium() throws Exception {
    writeWithParity(1);
    flip(stick.resolve("data-0003.tar.zst.age"));
    GatheredBundle gathered = gathered(stick);
    assertThat(gathered.take(medium(stick))).hasSize(1);
    VerifiedCopy copy = gathered.complete();
    open(copy);
    assertThat(copy.bundle().rebuilt()).hasSize(1);
  }

  @Test
  void parityThatNobodyNeeds_isNotCopied() throws Exception {
    writeWithParity(2);
    GatheredBundle gathered = gathered(stick);
    gathered.take(medium(stick));
    open(gathered.complete());
    assertThat(inbox.resolve("parity-0001.rs")).doesNotExist();
  }

  @Test
  void damagedParity_isNotUsed() throws Exception {
    writeWithParity(1);
    flip(stick.resolve("parity-0001.rs"));
    Files.delete(stick.resolve("data-0001.tar.zst.age"));
    List<BundleRejectedException> faults = take(stick);
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).subject()).isEqualTo("parity-0001.rs");
    assertThat(missing()).containsExactly("data-0001", "parity-0001.rs");
  }

  private void writeWithParity(int count) throws IOException {
    stick = Files.createDirectory(folder.resolve("with-parity"));
    bundle().spare(count).writeTo(stick);
  }

  private static void open(VerifiedCopy copy) throws Exception {
    copy.open(
        PAIR.high().keyring(),
        (name, bytes, content) -> content.transferTo(OutputStream.nullOutputStream()));
  }

  private List<BundleRejectedException> take(Path medium) throws Exception {
    return gathered(medium).take(medium(medium));
  }

  private GatheredBundle gathered(Path medium) throws Exception {
    return GatheredBundle.in(inbox, BundleVerifier.signed(medium(medium), TRUST));
  }

  private static UntrustedBundle medium(Path folder) throws Exception {
    return UntrustedBundle.at(folder, BundleLimits.STANDARD);
  }

  private List<String> missing() throws Exception {
    return gathered(stick).missing().stream()
        .map(volume -> volume.name().text().replace(".tar.zst.age", ""))
        .toList();
  }

  private Path stickWith(String... volumes) throws IOException {
    Path other = Files.createTempDirectory(folder, "stick");
    try (Stream<Path> files = Files.list(stick)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        boolean volume = name.endsWith(".age") || name.endsWith(".rs");
        if (!volume || List.of(volumes).contains(name.replace(".tar.zst.age", ""))) {
          Files.copy(file, other.resolve(name));
        }
      }
    }
    return other;
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
