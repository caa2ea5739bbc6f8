package dev.sluice.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class BundleRefusalTest {
  private static final TestPair PAIR = TestPair.create(AgeSuite.X25519);

  @TempDir Path stick;

  @BeforeEach
  void writeBundle() throws IOException {
    TestBundle.of(PAIR, Direction.LOW_TO_HIGH)
        .document("{}".getBytes(UTF_8))
        .blob(new byte[70_000])
        .writeTo(stick);
  }

  @TestFactory
  List<DynamicTest> flippedByteInAnyFile_isRefused() {
    var expected =
        Map.of(
            "SHA256SUMS", RejectionReason.SIGNATURE_INVALID,
            "SHA256SUMS.export.sig", RejectionReason.SIGNATURE_INVALID,
            "manifest.json", RejectionReason.FILE_DAMAGED,
            "HOW-TO-OPEN.txt", RejectionReason.FILE_DAMAGED,
            "index-0001.tar.zst.age", RejectionReason.FILE_DAMAGED,
            "data-0001.tar.zst.age", RejectionReason.FILE_DAMAGED);
    return expected.entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> flipEverywhere(file.getKey(), file.getValue())))
        .toList();
  }

  private void flipEverywhere(String name, RejectionReason reason) throws IOException {
    Path file = stick.resolve(name);
    byte[] good = Files.readAllBytes(file);
    var random = new Random(name.length());
    for (int i = 0; i < 200; i++) {
      byte[] bad = good.clone();
      int place = random.nextInt(bad.length);
      bad[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      var refusal = refusal(PAIR, Direction.LOW_TO_HIGH);
      assertThat(refusal).as("%s byte %d", name, place).isNotNull();
      assertThat(refusal.reason()).isIn(reason, RejectionReason.UNKNOWN_SIGNER);
    }
    Files.write(file, good);
    assertThat(refusal(PAIR, Direction.LOW_TO_HIGH)).isNull();
  }

  @Test
  void missingVolume_isRefused() throws IOException {
    Files.delete(stick.resolve("data-0001.tar.zst.age"));
    assertRefused(RejectionReason.FILE_MISSING);
  }

  @Test
  void unfinishedExport_isNotABundle() throws IOException {
    Files.delete(stick.resolve("SHA256SUMS.export.sig"));
    assertRefused(RejectionReason.NOT_A_BUNDLE);
  }

  @Test
  void foreignFile_isRefused() throws IOException {
    Files.writeString(stick.resolve("autorun.inf"), "x");
    assertRefused(RejectionReason.UNDECLARED_FILE);
  }

  @Test
  void volumeThatNobodyListed_isRefused() throws IOException {
    Files.copy(stick.resolve("data-0001.tar.zst.age"), stick.resolve("data-0002.tar.zst.age"));
    assertRefused(RejectionReason.UNDECLARED_FILE);
  }

  @Test
  void linkInPlaceOfAVolume_isRefused() throws IOException {
    Path volume = stick.resolve("data-0001.tar.zst.age");
    Path elsewhere = Files.move(volume, stick.resolveSibling(stick.getFileName() + "-elsewhere"));
    Files.createSymbolicLink(volume, elsewhere);
    assertRefused(RejectionReason.NOT_A_FILE);
    Files.delete(elsewhere);
  }

  @Test
  void truncatedAndExtendedVolumes_areRefused() throws IOException {
    Path volume = stick.resolve("data-0001.tar.zst.age");
    byte[] good = Files.readAllBytes(volume);
    Files.write(volume, java.util.Arrays.copyOf(good, good.length - 1));
    assertRefused(RejectionReason.FILE_DAMAGED);
    Files.write(volume, java.util.Arrays.copyOf(good, good.length + 1));
    assertRefused(RejectionReason.FILE_DAMAGED);
  }

  @Test
  void signerOfNoPairing_isRefused() throws IOException {
    assertThat(refusal(TestPair.create(AgeSuite.X25519), Direction.LOW_TO_HIGH).reason())
        .isEqualTo(RejectionReason.UNKNOWN_SIGNER);
  }

  @Test
  void bundleForAnotherRecipient_isRefused() throws IOException {
    var archive = TestSide.create("high-archive", Direction.HIGH_TO_LOW);
    var other = TestPair.of(PAIR.low(), archive, AgeSuite.X25519, PayloadMode.AGE);
    assertThat(refusal(other, Direction.LOW_TO_HIGH).reason())
        .isEqualTo(RejectionReason.WRONG_RECIPIENT);
  }

  @Test
  void ownBundleHandedBack_isRefused() throws IOException {
    assertThat(refusal(PAIR, Direction.HIGH_TO_LOW).reason()).isEqualTo(RejectionReason.OWN_BUNDLE);
  }

  @Test
  void emptyTrust_trustsNobody() throws IOException {
    BundleRejectedException refusal =
        catchThrowableOfType(
            BundleRejectedException.class,
            () ->
                BundleVerifier.verify(
                    UntrustedBundle.at(stick, BundleLimits.STANDARD), Trust.ofGuard(List.of())));
    assertThat(refusal.reason()).isEqualTo(RejectionReason.UNKNOWN_SIGNER);
  }

  @Test
  void mediumThatChangesAfterTheCopy_changesNothing(@TempDir Path staging) throws Exception {
    var copy =
        VerifiedCopy.take(
            UntrustedBundle.at(stick, BundleLimits.STANDARD),
            Trust.ofSite(Direction.LOW_TO_HIGH, List.of(PAIR.pairing())),
            staging);
    try (var files = Files.newDirectoryStream(stick)) {
      for (Path file : files) {
        Files.writeString(file, "swapped");
      }
    }
    var seen = new java.util.ArrayList<String>();
    copy.open(
        PAIR.high().keyring(),
        (name, bytes, content) -> {
          content.readAllBytes();
          seen.add(name.text());
        });
    assertThat(seen).hasSize(2);
  }

  private void assertRefused(RejectionReason reason) throws IOException {
    assertThat(refusal(PAIR, Direction.LOW_TO_HIGH).reason()).isEqualTo(reason);
  }

  private BundleRejectedException refusal(TestPair pair, Direction direction) {
    return catchThrowableOfType(
        BundleRejectedException.class,
        () ->
            BundleVerifier.verify(
                UntrustedBundle.at(stick, BundleLimits.STANDARD),
                Trust.ofSite(direction, List.of(pair.pairing()))));
  }
}
