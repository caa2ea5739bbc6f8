package dev.sluice.bundle.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.vectors.Catalogue.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every published vector gets the verdict that it names, and is what its method makes. */
class VectorsTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "vectors");
  private static final int LEAST = 80;

  @TempDir Path temporary;

  @BeforeAll
  static void writeAgainWhenAsked() throws IOException {
    if (System.getProperty("sluice.vectors", "").equals("write")) {
      VectorFolders.write(KEPT);
    }
  }

  @TestFactory
  Stream<DynamicTest> keptVector_getsItsVerdict() throws IOException {
    return VectorFolders.names(KEPT).stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name, KEPT.resolve(name))));
  }

  @TestFactory
  Stream<DynamicTest> vectorTooLargeToKeep_getsItsVerdict() {
    return Catalogue.recipes().stream()
        .filter(recipe -> !recipe.kept())
        .map(recipe -> DynamicTest.dynamicTest(recipe.name(), () -> make(recipe)));
  }

  @TestFactory
  Stream<DynamicTest> keptVector_isWhatItsMethodMakes() {
    return Catalogue.recipes().stream()
        .filter(Recipe::kept)
        .map(recipe -> DynamicTest.dynamicTest(recipe.name(), () -> compare(recipe)));
  }

  @Test
  void everyFolder_hasItsMethodAndViceVersa() throws IOException {
    assertThat(VectorFolders.names(KEPT))
        .hasSizeGreaterThan(LEAST)
        .containsExactlyElementsOf(
            Catalogue.recipes().stream().filter(Recipe::kept).map(Recipe::name).toList());
  }

  @Test
  void publishedKeys_areThoseOfTheVectors() throws IOException {
    for (var file : VectorFolders.keys().entrySet()) {
      assertThat(KEPT.resolve("keys").resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
  }

  private void make(Recipe recipe) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(recipe.name()));
    VectorFolders.write(recipe, folder);
    check(recipe.name() + "-staging", folder);
  }

  private void check(String name, Path folder) throws IOException {
    Vector vector = Vector.parse(Files.readAllBytes(folder.resolve(Vector.FILE)));
    Path staging = Files.createDirectory(temporary.resolve("staging-" + name));
    Verdict verdict =
        Verdict.of(
            folder.resolve(VectorFolders.BUNDLE), staging, vector.pairing(), vector.incoming());
    assertThat(verdict).isEqualTo(new Verdict(vector.expect(), vector.step()));
  }

  private static void compare(Recipe recipe) throws IOException {
    Path folder = KEPT.resolve(recipe.name());
    assertThat(folder.resolve(Vector.FILE)).hasBinaryContent(recipe.vector().bytes());
    Map<String, byte[]> kept = VectorFolders.files(folder.resolve(VectorFolders.BUNDLE));
    assertThat(kept).containsExactlyEntriesOf(new TreeMap<>(recipe.files()));
  }
}
