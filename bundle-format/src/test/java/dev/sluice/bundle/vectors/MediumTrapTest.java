package dev.sluice.bundle.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors that no repository can hold: something else lies where a file of the bundle belongs. */
@Timeout(20)
class MediumTrapTest {
  private static final String VOLUME = "data-0001.tar.zst.age";

  @TempDir Path temporary;
  private Path bundle;

  @BeforeEach
  void writeGoodBundle() throws IOException {
    bundle = Files.createDirectory(temporary.resolve("bundle"));
    var forge = new Forge("medium trap", Party.CLASSIC.pair(), Direction.LOW_TO_HIGH);
    for (var file : forge.make().entrySet()) {
      Files.write(bundle.resolve(file.getKey()), file.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {VOLUME, "SHA256SUMS", "SHA256SUMS.export.sig", "manifest.json"})
  void linkToTheRightBytes_isRefused(String name) throws IOException {
    Path elsewhere = Files.move(bundle.resolve(name), temporary.resolve("elsewhere"));
    Files.createSymbolicLink(bundle.resolve(name), elsewhere);
    assertRefused();
  }

  @ParameterizedTest
  @ValueSource(strings = {VOLUME, "SHA256SUMS", "HOW-TO-OPEN.txt"})
  void folder_isRefused(String name) throws IOException {
    Files.delete(bundle.resolve(name));
    Files.createDirectory(bundle.resolve(name));
    assertRefused();
  }

  @ParameterizedTest
  @ValueSource(strings = {VOLUME, "SHA256SUMS"})
  void namedPipe_isRefusedWithoutWaitingForAWriter(String name) throws Exception {
    Files.delete(bundle.resolve(name));
    Process mkfifo = new ProcessBuilder("mkfifo", bundle.resolve(name).toString()).start();
    assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0)
        .as("mkfifo has to be there")
        .isTrue();
    assertRefused();
  }

  @ParameterizedTest
  @ValueSource(strings = {VOLUME, "manifest.json"})
  void socket_isRefused(String name) throws IOException {
    Files.delete(bundle.resolve(name));
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(bundle.resolve(name)));
      assertRefused();
    }
  }

  private void assertRefused() throws IOException {
    Path staging = Files.createTempDirectory(temporary, "staging");
    assertThat(Verdict.of(bundle, staging, Party.CLASSIC, Direction.LOW_TO_HIGH))
        .isEqualTo(new Verdict(Optional.of(RejectionReason.NOT_A_FILE), Step.VERIFY));
  }
}
