package dev.sluice.bundle.age;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every age vector of C2SP/CCTV: the exact kind of failure, and exactly the bytes released. */
class CctvVectorsTest {
  private static final int VECTORS = 143;

  private final Path folder = resource("/cctv/age");

  @TestFactory
  Stream<DynamicTest> vector_givesItsVerdictAndItsBytes() throws IOException {
    return vectors().stream()
        .filter(vector -> !vector.armored())
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> check(vector)));
  }

  @Test
  void everyVector_isEitherRunOrListedWithAReason() throws IOException {
    Map<String, String> listed =
        Files.readAllLines(resource("/cctv/age-not-run.txt")).stream()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    List<CctvVector> vectors = vectors();

    assertThat(vectors).hasSize(VECTORS);
    assertThat(vectors.stream().filter(CctvVector::armored).map(CctvVector::name))
        .containsExactlyInAnyOrderElementsOf(listed.keySet());
    assertThat(listed.values()).noneMatch(String::isBlank);
  }

  /**
   * A header that survived parsing is written back as it was read.
   *
   * <p>The vectors name these: all but those that expect a header failure.
   */
  @Test
  void readHeader_isWrittenBackByteForByte() throws IOException {
    List<CctvVector> readable =
        vectors().stream()
            .filter(vector -> !vector.armored())
            .filter(vector -> !vector.all("expect").contains("header failure"))
            .toList();
    assertThat(readable).isNotEmpty();
    for (CctvVector vector : readable) {
      AgeHeader header = AgeHeader.read(vector.file());
      String read = new String(header.bytes(), StandardCharsets.US_ASCII);
      String stanzas = header.stanzas().stream().map(Stanza::text).collect(Collectors.joining());
      assertThat(read).as(vector.name()).startsWith("age-encryption.org/v1\n" + stanzas + "--- ");
    }
  }

  private static void check(CctvVector vector) throws IOException {
    Expectation expected = Expectation.of(vector.all("expect").get(0));
    List<String> passphrases = vector.all("passphrase");
    if (passphrases.isEmpty() || !vector.all("identity").isEmpty()) {
      checkStream(vector, expected);
    }
    for (String passphrase : passphrases) {
      checkSeal(vector, expected, passphrase);
    }
  }

  private static void checkStream(CctvVector vector, Expectation expected) throws IOException {
    var identities = new ArrayList<AgeIdentity>();
    for (String text : vector.all("identity")) {
      identities.add(AgeIdentity.parse(text));
    }
    var released = new ByteArrayOutputStream();
    Expectation verdict = Expectation.SUCCESS;
    try (InputStream in = AgeReader.decrypt(vector.file(), identities, StanzaPolicy.any())) {
      in.transferTo(released);
    } catch (AgeException e) {
      verdict = Expectation.of(e);
    }
    assertThat(verdict).isEqualTo(expected);
    assertReleased(vector, released.toByteArray());
  }

  private static void checkSeal(CctvVector vector, Expectation expected, String passphrase) {
    byte[] released = new byte[0];
    Expectation verdict = Expectation.SUCCESS;
    try {
      released = PassphraseSeal.open(vector.fileBytes(), passphrase.toCharArray());
    } catch (AgeException e) {
      verdict = Expectation.of(e);
    }
    assertThat(verdict).isEqualTo(expected);
    assertReleased(vector, released);
  }

  private static void assertReleased(CctvVector vector, byte[] released) {
    if (vector.all("payload").isEmpty()) {
      assertThat(released).isEmpty();
    } else {
      assertThat(Digest.of(released)).hasToString(vector.all("payload").get(0));
    }
  }

  private List<CctvVector> vectors() throws IOException {
    var vectors = new ArrayList<CctvVector>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        vectors.add(CctvVector.read(path));
      }
    }
    return vectors;
  }

  private static Path resource(String name) {
    try {
      return Path.of(CctvVectorsTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
