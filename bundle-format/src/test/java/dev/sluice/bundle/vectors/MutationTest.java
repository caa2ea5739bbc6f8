package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sluice.bundle.model.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A sender that holds the real keys and writes nonsense: one layer is mutated, all layers around it
 * are sealed and signed to fit. The reader may refuse or accept, but throws nothing else than
 * refusals. {@code -Dsluice.sweep=full} makes 3,000 of each layer, 21,000 in all.
 */
class MutationTest {
  private static final int COUNT = "full".equals(System.getProperty("sluice.sweep")) ? 3000 : 100;

  @TempDir Path temporary;

  enum Layer {
    SUMS,
    MANIFEST,
    CONTENTS,
    MARK,
    TAR,
    ZSTD,
    AGE
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void mutatedLayer_isReadOrRefused(Layer layer) throws IOException {
    int refused = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Path folder = Files.createDirectories(temporary.resolve(layer + "-" + seed));
      write(layer, seed, folder);
      Path staging =
          Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-staging"));
      try {
        var verdict = Verdict.of(folder, staging, Party.CLASSIC, Direction.LOW_TO_HIGH);
        refused += verdict.refusal().isPresent() ? 1 : 0;
      } catch (RuntimeException | IOException e) {
        fail("%s with seed %d".formatted(layer, seed), e);
      }
    }
    assertThat(refused).isGreaterThan(COUNT * 9 / 10);
  }

  private static void write(Layer layer, int seed, Path folder) throws IOException {
    var random = new Random(seed);
    var forge = new Forge("mutation " + seed, Party.CLASSIC.pair(), Direction.LOW_TO_HIGH);
    UnaryOperator<byte[]> bytes = content -> mutated(content, random);
    UnaryOperator<String> text =
        content -> new String(mutated(content.getBytes(ISO_8859_1), random), ISO_8859_1);
    switch (layer) {
      case SUMS -> forge.sums(text);
      case MANIFEST -> forge.manifest(text);
      case CONTENTS -> forge.contents(text);
      case MARK -> forge.data().mark(bytes);
      case TAR -> forge.data().tar(bytes);
      case ZSTD -> forge.data().zstd(tar -> mutated(ZstdBytes.frame(tar), random));
      case AGE -> forge.data().file(bytes);
    }
    for (var file : forge.make().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** One to four changes: a byte, a piece cut out, a piece repeated, digits or brackets put in. */
  private static byte[] mutated(byte[] content, Random random) {
    byte[] bytes = content;
    for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 1; changes--) {
      int at = random.nextInt(bytes.length);
      byte[] before = Arrays.copyOf(bytes, at);
      byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
      int piece = Math.min(after.length, 1 + random.nextInt(40));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> ZstdBytes.join(before, Arrays.copyOfRange(after, piece, after.length));
            case 1 -> ZstdBytes.join(before, Arrays.copyOf(after, piece), after);
            case 2 -> ZstdBytes.join(before, ZstdBytes.latin("-9999999999999999999"), after);
            case 3 -> ZstdBytes.join(before, ZstdBytes.latin("[{\"\\u"), after);
            default -> {
              after[0] = (byte) random.nextInt();
              yield ZstdBytes.join(before, after);
            }
          };
    }
    return bytes;
  }
}
