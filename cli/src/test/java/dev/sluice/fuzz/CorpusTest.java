package dev.sluice.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every stored input, given to its parser again. */
class CorpusTest {
  static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

  @TestFactory
  Stream<DynamicTest> storedInput_isTakenOrRefused() {
    return Arrays.stream(Parser.values()).flatMap(CorpusTest::replay);
  }

  private static Stream<DynamicTest> replay(Parser parser) {
    return inputs(parser).stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    parser + "/" + input.getFileName(),
                    () -> parser.take(Files.readAllBytes(input))));
  }

  /** Without such a seed the fuzzer never gets past the first checks. */
  @ParameterizedTest
  @EnumSource
  void corpus_hasAnInputThatIsAccepted(Parser parser) {
    assertThat(inputs(parser)).anyMatch(input -> isAccepted(parser, input));
  }

  private static boolean isAccepted(Parser parser, Path input) {
    try {
      parser.parse(Files.readAllBytes(input));
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private static List<Path> inputs(Parser parser) {
    try (Stream<Path> inputs = Files.list(CORPUS.resolve(parser.toString()))) {
      return inputs.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("no corpus for " + parser, e);
    }
  }
}
