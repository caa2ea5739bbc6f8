package dev.sluice.bundle.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against {@code zstd} on the PATH; fails when it is missing. */
@Tag("stock")
class StockZstdTest {
  @TempDir private Path folder;

  @Test
  void severalFramesAndPadding_areOneStreamToStockZstd() throws Exception {
    byte[] content = content();
    Path packed = folder.resolve("packed.zst");
    try (OutputStream out = Zstd.compress(Files.newOutputStream(packed))) {
      out.write(content);
    }
    run("zstd", "-q", "-d", "-o", "opened", "packed.zst");
    assertThat(Files.readAllBytes(folder.resolve("opened"))).isEqualTo(content);
  }

  @Test
  void whatStockZstdPacks_opens() throws Exception {
    byte[] content = content();
    Files.write(folder.resolve("content"), content);
    run("zstd", "-q", "-3", "-T2", "-o", "packed.zst", "content");
    try (var in = Zstd.decompress(Files.newInputStream(folder.resolve("packed.zst")))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  private static byte[] content() {
    var content = new byte[3 * FrameBuffer.MOST + 99];
    new Random(1).nextBytes(content);
    for (int i = 0; i < content.length / 2; i++) {
      content[i] = (byte) (i / 1000);
    }
    return content;
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command[0], said).isZero();
  }
}
