package dev.sluice.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/format.md, which shares no line with ours, against what ours wrote. */
@Tag("stock")
class ParityByHandTest {
  private static final Path FORMAT = Path.of("../docs/format.md");

  @TempDir Path folder;

  @Test
  void programOfTheFormat_rebuildsALostVolume() throws Exception {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    var bundle = TestBundle.of(TestPair.create(AgeSuite.X25519), Direction.LOW_TO_HIGH);
    bundle.volumesOf(300_000).spare(2);
    for (int i = 0; i < 3; i++) {
      byte[] blob = new byte[200_000 - i * 40_000];
      new Random(i).nextBytes(blob);
      bundle.blob(blob);
    }
    bundle.writeTo(stick);
    for (String lost : new String[] {"index-0001.tar.zst.age", "data-0002.tar.zst.age"}) {
      byte[] before = Files.readAllBytes(stick.resolve(lost));
      Files.delete(stick.resolve(lost));
      rebuild(stick, lost);
      assertThat(stick.resolve(lost)).hasBinaryContent(before);
    }
  }

  private void rebuild(Path stick, String lost) throws Exception {
    Path program = folder.resolve("rebuild.py");
    Files.writeString(program, program());
    Process python =
        new ProcessBuilder("python3", program.toString(), lost)
            .directory(stick.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), UTF_8);
    assertThat(python.waitFor()).as(said).isZero();
  }

  private static String program() throws Exception {
    String parity = Files.readString(FORMAT).split("## Parity", 2)[1];
    return parity.split("```python\n", 2)[1].split("```", 2)[0];
  }
}
