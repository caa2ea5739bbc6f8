package dev.sluice.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleRoundTripTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(AgeSuite.class)
  void whatOneSideSeals_theOtherOpens(AgeSuite suite) throws Exception {
    var pair = TestPair.create(suite);
    byte[] document = "{\"a\":1}".getBytes(UTF_8);
    byte[] blob = random(300_000);
    var sealed =
        TestBundle.of(pair, Direction.LOW_TO_HIGH).document(document).blob(blob).writeTo(stick());
    var entries = new TreeMap<String, byte[]>();
    Contents contents = open(pair, Direction.LOW_TO_HIGH, entries);
    assertThat(contents.payload()).isEqualTo(Json.object().put("hello", "world").build());
    assertThat(contents.routing()).isEqualTo(sealed.manifest().routing());
    assertThat(entries)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                EntryName.document(Digest.of(document)).text(), document,
                EntryName.blob(Digest.of(blob)).text(), blob));
  }

  @Test
  void blobLargerThanAVolume_isCutIntoPiecesThatJoinAgain() throws Exception {
    var pair = TestPair.create(AgeSuite.X25519);
    byte[] blob = random(10_000_000);
    byte[] small = random(3_000_000);
    var sealed =
        TestBundle.of(pair, Direction.LOW_TO_HIGH)
            .blob(small)
            .blob(blob)
            .volumesOf(VolumeLayout.LEAST_BYTES)
            .writeTo(stick());
    assertThat(sealed.manifest().volumes())
        .hasSizeGreaterThan(3)
        .allMatch(volume -> volume.bytes() <= VolumeLayout.LEAST_BYTES);
    var entries = new TreeMap<String, byte[]>();
    open(pair, Direction.LOW_TO_HIGH, entries);
    var joined = new ByteArrayOutputStream();
    for (var entry : entries.entrySet()) {
      if (entry.getKey().startsWith("blobs/" + Digest.of(blob))) {
        joined.write(entry.getValue());
      }
    }
    assertThat(joined.toByteArray()).isEqualTo(blob);
  }

  @Test
  void plainBundle_isReproducible() throws Exception {
    var pair = TestPair.create(AgeSuite.X25519, PayloadMode.PLAIN);
    Path again = Files.createDirectory(folder.resolve("again"));
    byte[] blob = random(5000);
    var first = TestBundle.of(pair, Direction.HIGH_TO_LOW).blob(blob).writeTo(stick());
    var second = TestBundle.of(pair, Direction.HIGH_TO_LOW).blob(blob).writeTo(again);
    assertThat(second.root()).isEqualTo(first.root());
    var entries = new TreeMap<String, byte[]>();
    open(pair, Direction.HIGH_TO_LOW, entries);
    assertThat(entries).hasSize(1);
  }

  @Test
  void strayFilesOfOperatingSystems_areNamedAndNotOpened() throws Exception {
    var pair = TestPair.create(AgeSuite.X25519);
    TestBundle.of(pair, Direction.LOW_TO_HIGH).writeTo(stick());
    Files.writeString(stick().resolve("._index"), "x");
    Files.createDirectory(stick().resolve("System Volume Information"));
    var verified =
        BundleVerifier.verify(
            UntrustedBundle.at(stick(), BundleLimits.STANDARD),
            Trust.ofGuard(List.of(pair.pairing())));
    assertThat(verified.strays()).containsExactly("._index", "System Volume Information");
  }

  private Path stick() throws IOException {
    Path stick = folder.resolve("stick");
    return Files.isDirectory(stick) ? stick : Files.createDirectory(stick);
  }

  private Contents open(TestPair pair, Direction direction, Map<String, byte[]> entries)
      throws Exception {
    Path staging = Files.createDirectory(folder.resolve("staging"));
    var copy =
        VerifiedCopy.take(
            UntrustedBundle.at(stick(), BundleLimits.STANDARD),
            Trust.ofSite(direction, List.of(pair.pairing())),
            staging);
    return copy.open(
        pair.recipient(direction).keyring(),
        (name, bytes, content) -> entries.put(name.text(), content.readAllBytes()));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
