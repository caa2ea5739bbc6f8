package dev.sluice.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sparse blob in the largest volumes that FAT32 can hold. A build takes a small one; {@code
 * -Dsluice.large=9} makes it so many GiB, with volumes beyond 2 GiB unpacked.
 */
class LargeBundleTest {
  private static final TestPair PAIR = TestPair.create(AgeSuite.X25519);
  private static final int GIB = Integer.getInteger("sluice.large", 0);
  private static final long LENGTH = GIB == 0 ? 20_000_001 : ((long) GIB << 30) + 1;
  private static final long VOLUME = GIB == 0 ? 4L << 20 : 4095L << 20;

  @TempDir Path folder;

  @Test
  void blobAcrossTheLimitsOf32Bits_comesOutAsItWentIn() throws Exception {
    Path sparse = sparse();
    Path stick = Files.createDirectory(folder.resolve("stick"));
    Path staging = Files.createDirectory(folder.resolve("staging"));
    Digest digest = digest(sparse);
    TestBundle.of(PAIR, Direction.LOW_TO_HIGH)
        .blob(digest, sparse)
        .volumesOf(VOLUME)
        .writeTo(stick);
    var copy =
        VerifiedCopy.take(
            UntrustedBundle.at(stick, BundleLimits.STANDARD),
            Trust.ofSite(Direction.LOW_TO_HIGH, List.of(PAIR.pairing())),
            staging);
    assertThat(copy.bundle().manifest().volumes()).hasSizeGreaterThan((int) (LENGTH / VOLUME) + 1);
    assertThat(copy.bundle().signed().unpackedBytes()).isGreaterThan(LENGTH);
    var joined = new DigestOutputStream(OutputStream.nullOutputStream(), Digest.hasher());
    var lengths = new long[1];
    copy.open(
        PAIR.high().keyring(), (name, bytes, content) -> lengths[0] += content.transferTo(joined));
    assertThat(lengths[0]).isEqualTo(LENGTH);
    assertThat(Digest.finish(joined.getMessageDigest().digest())).isEqualTo(digest);
  }

  /** Zeros, with a byte at both ends and one beyond each limit that there is. */
  private Path sparse() throws IOException {
    Path file = folder.resolve("sparse");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      for (long place : new long[] {0, 1L << 31, 1L << 32, 1L << 33, LENGTH - 1}) {
        if (place < LENGTH) {
          channel.write(ByteBuffer.wrap(new byte[] {(byte) (place >> 28 | 1)}), place);
        }
      }
    }
    return file;
  }

  private static Digest digest(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Digest.hasher())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Digest.finish(in.getMessageDigest().digest());
    }
  }
}
